/** The imports that were brought in, each with the way back while there is one. */
import { useId } from 'preact/hooks'
import type { ImportList, ListedImport, TakeBackStep } from '../../../lib/app/import-list.ts'
import { formatDayTime } from '../../../lib/platform/formats.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { useKeptFocus } from '../../ui/kept-focus.ts'
import { changeProblemText } from '../change-texts.ts'
import styles from './Earlier.module.css'
import { formatText } from './import-texts.ts'
import step from './Step.module.css'
import { Working } from './Working.tsx'

type Props = {
  readonly list: ImportList
  readonly zone: string
  /** The one that was brought in just now, which has its way back elsewhere. */
  readonly latest: string | null
}

/** What came of the last press. */
const saidOf = (last: TakeBackStep | null): string => {
  switch (last?.kind) {
    case 'done':
      return t('import_taken_back')
    case 'changed':
      return t('import_taken_not')
    case 'stopped':
      return t('import_stopped')
    case 'failed':
      return changeProblemText(last.problem, 'import_taken_failed')
    default:
      return ''
  }
}

const Row = ({ one, list, zone, latest }: Props & { readonly one: ListedImport }) => {
  const what = `${formatDayTime(one.at, zone)} · ${formatText(one.format)}`
  const last = list.step.value
  return (
    <li class={styles['row']}>
      <p>{what}</p>
      <p class={step['soft']}>{t('import_earlier_counts', one.added, one.changed)}</p>
      {!one.untouched && <p class={step['soft']}>{t('import_earlier_fixed')}</p>}
      {last?.kind === 'running' && last.id === one.id ? (
        <Working label={t('import_taking_back')} done={last.done} of={last.of} onStop={list.stop} />
      ) : (
        one.untouched &&
        one.id !== latest && (
          <div>
            <Button
              name={t('import_take_back_spoken', what)}
              disabled={last?.kind === 'running'}
              onPress={() => void list.takeBack(one.id)}
            >
              {t('import_take_back')}
            </Button>
          </div>
        )
      )}
    </li>
  )
}

export const Earlier = (props: Props) => {
  const { list } = props
  const id = useId()
  const rows = useKeptFocus<HTMLElement>()
  const imports = list.imports.value
  const problem = list.problem.value
  const isThere = problem !== null || (imports !== null && imports.length > 0)
  return (
    <section ref={rows} class={step['group']} tabIndex={-1} aria-labelledby={isThere ? id : undefined}>
      {isThere && (
        <h3 id={id} class={step['title']}>
          {t('import_earlier')}
        </h3>
      )}
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void list.load()} />}
      {!problem && isThere && (
        <ul class={styles['rows']}>
          {imports?.map(one => (
            <Row key={one.id} one={one} {...props} />
          ))}
        </ul>
      )}
      <p role="status">{saidOf(list.step.value)}</p>
    </section>
  )
}
