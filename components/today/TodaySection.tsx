/** Today: the next reminder in one line, the way into a check-in, what holds now, what was said today, doors for anyone who is stuck. */
import { useEffect, useRef } from 'preact/hooks'
import type { NextReminder as Next } from '../../lib/app/next-reminder.ts'
import type { StuckDoor } from '../../lib/app/stuck-door.ts'
import type { Today } from '../../lib/app/today.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Entry } from '../history/Entry.tsx'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { NextReminder } from '../nudges/NextReminder.tsx'
import { NotLoaded } from '../options/NotLoaded.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import { Plans } from './Plans.tsx'
import type { QuietLinesProps } from './QuietLines.tsx'
import { Steps } from './Steps.tsx'
import styles from './TodaySection.module.css'
import { useKeptPlace } from './use-kept-place.ts'

type Props = QuietLinesProps & {
  readonly today: Today
  readonly next: Next
  readonly stuck: StuckDoor
  /** The history was asked for its form for the past; it opens next. */
  readonly onAddPast: () => void
}

export const TodaySection = ({ today: model, next, stuck, onAddPast, ...lines }: Props) => {
  const { quiet } = lines
  const entries = model.entries.value
  const problem = model.problem.value
  const steps = model.steps.shown.value
  const unkept = model.steps.problem.value
  const plans = model.plans.shown.value
  const below = useLoaded(() => import('./QuietLines.tsx'), quiet.shown.value !== null)
  const page = stuck.page.value
  const place = page?.place.value ?? null
  const doors = useLoaded(() => import('../stuck/StuckToday.tsx'), page !== null)
  const section = useKeptPlace<HTMLElement>()
  const door = useRef<HTMLButtonElement>(null)
  const before = useRef(place)
  useEffect(() => {
    // Back from the doors, the focus is where it was.
    if (before.current !== null && place === null) door.current?.focus()
    before.current = place
  }, [place])
  // Anew with each visit: the page that a line leads to may have been of use meanwhile.
  useEffect(() => void quiet.load(), [quiet])
  useEffect(() => model.steps.leave, [model])
  useEffect(() => stuck.leave, [stuck])
  const addPast = () => {
    onAddPast()
    location.hash = '#history'
  }
  if (page && place !== null && doors !== null && doors !== 'failed')
    return <doors.StuckToday model={page} place={place} />
  return (
    <section ref={section} class={styles['today']}>
      <h1 tabIndex={-1}>{t('place_today')}</h1>
      <NextReminder model={next}>
        <a href="#nudges">{t('next_change')}</a>
      </NextReminder>
      <div class={styles['ways']}>
        <Button look="main" onPress={model.checkIn}>
          {t('check_in')}
        </Button>
        <Button buttonRef={door} onPress={() => void stuck.open()}>
          {t('stuck_open')}
        </Button>
      </div>
      {(stuck.failed.value || doors === 'failed') && <NotLoaded />}
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
      {plans && (
        <Plans
          plans={plans}
          onStart={id => void model.plans.start(id)}
          onTake={text => void model.steps.take(text)}
        />
      )}
      {unkept && <StoreNotice problem={unkept} doing="save" onTryAgain={() => void model.steps.tryAgain()} />}
      <Steps
        steps={steps ?? []}
        news={model.steps.news.value}
        onDone={id => void model.steps.done(id)}
        onNotToday={id => void model.steps.notToday(id)}
        onUndo={id => void model.steps.undo(id)}
        onReach={(id, actual) => void model.steps.reach(id, actual)}
      />
      {!problem && [entries, steps, plans?.pauses, plans?.steps].every(list => list?.length === 0) && (
        <>
          <p class={styles['empty']}>{t('today_empty')}</p>
          {!model.hasEarlier.value && <LookAroundLink />}
        </>
      )}
      {entries && entries.length > 0 && (
        <section class={styles['part']} aria-labelledby="today-check-ins">
          <h2 id="today-check-ins">{t('today_check_ins')}</h2>
          <ul class={styles['rows']}>
            {entries.map(entry => (
              <li key={entry.id}>
                <Entry entry={entry} now={model.now()} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {below !== null && below !== 'failed' && <below.QuietLines {...lines} />}
      <div class={styles['foot']}>
        <Button look="quiet" onPress={addPast}>
          {t('past_add')}
        </Button>
        {model.hasEarlier.value && <a href="#history">{t('today_earlier')}</a>}
      </div>
      {model.plans.notStarted.value && (
        <div class={styles['notice']}>
          <Notice urgent>
            <p>{t('pause_not_started')}</p>
          </Notice>
        </div>
      )}
    </section>
  )
}
