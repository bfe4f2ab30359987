/** People who feel safe, a sentence to one of them, a small contact, and what a support group is. Nothing is ever sent. */
import { useState } from 'preact/hooks'
import type { People as Model, Sentence } from '../../lib/app/people.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { Button } from '../ui/Button.tsx'
import { Entries, whenText } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'
import { Names } from './Names.tsx'
import styles from './People.module.css'

type Props = {
  readonly model: Model
  /** What a sentence and a small contact ask for. */
  readonly inputs: { readonly sentence: readonly PauseInput[]; readonly contact: readonly PauseInput[] }
}

const Copy = ({ sentence, onCopy }: { sentence: Sentence; onCopy: Model['copy'] }) => {
  const [said, setSaid] = useState<boolean | null>(null)
  return (
    <div class={styles['copy']}>
      <Button
        name={t('reflect_copy_spoken', whenText(sentence))}
        onPress={() => void onCopy(sentence.text).then(setSaid)}
      >
        {t('help_copy_sentence')}
      </Button>
      <p class={styles['soft']}>{t('copy_hint')}</p>
      <p role="status" class={styles['soft']}>
        {said !== null && t(said ? 'copied' : 'err_copy')}
      </p>
    </div>
  )
}

export const People = ({ model, inputs }: Props) => {
  const sources = {
    lists: {
      items: model.names.items.value,
      onLoad: () => {},
      onAdd: (_type: string, name: string) => model.names.add(name),
    },
    onCopy: model.copy,
  }
  return (
    <>
      <Names model={model.names} label={t('people_add')}>
        <p>{t('people_empty')}</p>
      </Names>
      <section class={styles['part']} aria-labelledby="people-say">
        <h3 id="people-say">{t('people_say')}</h3>
        <Entries
          items={model.sentences.value}
          form={model.sentence}
          fields={<FormInputs inputs={inputs.sentence} form={model.sentence} sources={sources} />}
          begin={<Button onPress={() => void model.sentence.begin('sentence')}>{t('people_write')}</Button>}
          none={null}
          onEdit={id => void model.edit(id)}
          onDelete={id => void model.remove(id)}
        >
          {sentence => (
            <>
              {sentence.to.trim() !== '' && (
                <p class={styles['soft']} dir="auto">
                  {t('people_to', sentence.to)}
                </p>
              )}
              <LongText text={sentence.text} />
              <Copy sentence={sentence} onCopy={model.copy} />
            </>
          )}
        </Entries>
      </section>
      <section class={styles['part']} aria-labelledby="people-contact">
        <h3 id="people-contact">{t('pause_good_morning')}</h3>
        <p>{t('people_contact')}</p>
        <Entries
          items={[]}
          form={model.contact}
          fields={<FormInputs inputs={inputs.contact} form={model.contact} sources={sources} />}
          begin={
            <Button onPress={() => void model.contact.begin('step', { pauseId: 'good-morning' })}>
              {t('people_contact_plan')}
            </Button>
          }
          none={null}
          onEdit={() => {}}
          onDelete={() => {}}
        >
          {() => null}
        </Entries>
      </section>
      <section class={styles['part']} aria-labelledby="people-group">
        <h3 id="people-group">{t('alone_group')}</h3>
        <p>{t('alone_group_what')}</p>
        <p>{t('alone_group_how')}</p>
      </section>
    </>
  )
}
