/** The step at which an import is. */
import { useRef } from 'preact/hooks'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ChoicesForm } from './ChoicesForm.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FoundStep } from './FoundStep.tsx'
import type { ImportParts } from './import-parts.ts'
import { lineText } from './import-texts.ts'
import { PassphraseForm } from './PassphraseForm.tsx'
import { StartStep } from './StartStep.tsx'
import { Working } from './Working.tsx'

export const ImportSteps = ({ model, list, saveUnread }: Omit<ImportParts, 'zone'>) => {
  const step = model.step.value
  const file = model.file.value ?? ''
  const leave = () => void model.leave()
  /** Stays while it is tried, so that a slip can be mended. */
  const passphrase = useRef('')
  if (step.kind !== 'passphrase' && step.kind !== 'reading') passphrase.current = ''
  switch (step.kind) {
    case 'waiting':
    case 'refused':
      return <StartStep model={model} />
    case 'reading':
      return (
        <Working
          label={t(step.secret ? 'import_opening' : 'import_reading', file)}
          done={step.done}
          of={step.of}
          onStop={model.stop}
        />
      )
    case 'passphrase':
      return (
        <PassphraseForm
          file={file}
          wrong={step.wrong}
          typed={passphrase.current}
          onTry={tried => {
            passphrase.current = tried
            void model.tryPassphrase(tried)
          }}
          onLeave={leave}
        />
      )
    case 'choosing':
      return (
        <ChoicesForm
          file={file}
          zip={model.zip.value}
          choices={step.choices}
          onGo={() => void model.confirm()}
          onLeave={leave}
        />
      )
    case 'comparing':
      return <Working label={t('import_comparing')} done={step.done} of={step.of} onStop={model.stop} />
    case 'found':
      return (
        <FoundStep
          model={model}
          step={step}
          file={file}
          onSaveUnread={lines => void saveUnread(lines, lineText)}
        />
      )
    case 'writing':
      return (
        <Working label={t('import_writing')} done={step.done} of={step.of} onStop={model.stop}>
          <p>{t('import_writing_hint')}</p>
        </Working>
      )
    case 'done':
      return (
        <DoneStep
          step={step}
          next={model.waiting.value[0] ?? null}
          onTakeBack={id =>
            void list.takeBack(id).then(taken => {
              if (taken) void model.leave(step)
            })
          }
          onLeave={leave}
        />
      )
    case 'failed':
      return (
        <Notice
          urgent
          buttons={
            <>
              <Button onPress={() => void model.again()}>{t('try_again')}</Button>
              <Button onPress={leave}>{t('import_other_file')}</Button>
            </>
          }
        >
          <p>{t(step.problem.kind === 'newer' ? 'err_newer' : 'import_not_compared')}</p>
        </Notice>
      )
  }
}
