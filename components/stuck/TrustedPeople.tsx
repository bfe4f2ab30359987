/** The people a person trusts, each by the name they gave; while there is none, a field for one. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { People } from '../../lib/app/stuck.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Stuck.module.css'

type Props = { readonly people: People }

/** Nobody yet. The field goes with the first name, so the focus moves on to the list. */
const Nobody = ({ people, onAdded }: Props & { readonly onAdded: () => void }) => {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const add = () => {
    if (typed.trim() === '') return
    const isAdded = people.add('person', typed) !== null
    setRefused(!isAdded)
    if (isAdded) onAdded()
  }
  const type = (text: string) => {
    setTyped(text)
    setRefused(false)
  }
  return (
    <>
      <p class={styles['soft']}>{t('alone_none')}</p>
      <form
        class={styles['part']}
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          ownWords
          label={t('people_empty')}
          value={typed}
          onInput={type}
          problem={refused ? t('err_note_long', typed.trim().length) : null}
        />
        <div>
          <Button disabled={typed.trim() === ''} onPress={add}>
            {t('pause_list_add')}
          </Button>
        </div>
      </form>
    </>
  )
}

export const TrustedPeople = ({ people }: Props) => {
  const section = useRef<HTMLElement>(null)
  useEffect(() => void people.load(), [people])
  const problem = people.problem.value
  const listed = people.items.value?.filter(({ type }) => type === 'person')
  return (
    <section ref={section} tabIndex={-1} class={styles['part']} aria-labelledby="alone-people">
      <h2 id="alone-people">{t('help_own')}</h2>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void people.load()} />}
      {listed?.length === 0 && (
        <Nobody people={people} onAdded={() => section.current?.focus({ preventScroll: true })} />
      )}
      {listed && listed.length > 0 && (
        <ul class={styles['list']}>
          {listed.map(({ id, name }) => (
            <li key={id}>
              <span dir="auto">{name}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
