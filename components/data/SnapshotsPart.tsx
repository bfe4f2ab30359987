/** Data & privacy → Daily copies: which there are, and bringing one back. */
import { useEffect, useId, useState } from 'preact/hooks'
import type { Snapshot } from '../../lib/app/data-ports.ts'
import type { RestoreStep, SnapshotList } from '../../lib/app/snapshots.ts'
import type { SaveUnread } from '../../lib/app/unread-file.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { ChangeNotice } from './ChangeNotice.tsx'
import { lineText } from './import/import-texts.ts'
import { Unread } from './import/Unread.tsx'
import { Working } from './import/Working.tsx'
import styles from './SnapshotsPart.module.css'
import {
  dayOf,
  endText,
  planTexts,
  settingsText,
  sizeText,
  stateText,
  workingText,
} from './snapshot-texts.ts'

type Props = { readonly model: SnapshotList; readonly saveUnread: SaveUnread }

const Row = ({ snapshot, onLook }: { readonly snapshot: Snapshot; readonly onLook: () => void }) => {
  const id = useId()
  const problem = stateText(snapshot)
  return (
    <li class={styles['row']}>
      <div>
        <p id={id}>{dayOf(snapshot)}</p>
        <p class={styles['soft']}>{problem ?? sizeText(snapshot)}</p>
      </div>
      {problem === null && (
        <Button describedBy={id} onPress={onLook}>
          {t('snapshot_look')}
        </Button>
      )}
    </li>
  )
}

const Found = ({ model, saveUnread, step }: Props & { readonly step: RestoreStep & { kind: 'found' } }) => {
  const id = useId()
  const { plan, snapshot, unreadable } = step
  const any = plan.returned + plan.changed > 0
  return (
    <div class={styles['found']}>
      <h3>{t('snapshot_found', dayOf(snapshot))}</h3>
      <ul id={id} class={styles['plan']}>
        {planTexts(step).map(text => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {any && <p class={styles['soft']}>{t('snapshot_found_hint')}</p>}
      <div class={styles['buttons']}>
        {/* The focus comes to the first, which tells what was found. */}
        {any && (
          <Button describedBy={id} onPress={() => void model.restore()}>
            {t('snapshot_restore')}
          </Button>
        )}
        <Button {...(!any && { describedBy: id })} onPress={() => model.stop()}>
          {any ? t('snapshot_leave') : t('close')}
        </Button>
        {step.settings !== undefined && (
          <Button onPress={() => void model.takeSettings()}>{t('import_bring_settings')}</Button>
        )}
      </div>
      <div role="status" class={styles['said']}>
        {settingsText(step) && <p>{settingsText(step)}</p>}
      </div>
      {/* Below them: it begins with a control of its own. */}
      <Unread unreadable={unreadable} onSave={lines => void saveUnread(lines, lineText)} />
    </div>
  )
}

const Renew = ({ onRenew }: { readonly onRenew: () => void }) => {
  const [sure, setSure] = useState(false)
  return (
    <div>
      <Button onPress={() => setSure(true)}>{t('snapshots_renew')}</Button>
      {sure && (
        <Dialog
          title={t('snapshots_renew_sure')}
          keep={t('snapshots_keep')}
          deed={t('snapshots_renew')}
          onKeep={() => setSure(false)}
          onDeed={() => {
            setSure(false)
            onRenew()
          }}
        >
          <p>{t('snapshots_renew_final')}</p>
        </Dialog>
      )}
    </div>
  )
}

export const SnapshotsPart = ({ model, saveUnread }: Props) => {
  const id = useId()
  const part = useKeptFocus<HTMLElement>()
  useEffect(() => void model.load(), [model])
  const list = model.list.value
  const step = model.step.value
  const working = workingText(step)
  const progress = 'of' in step ? step : null
  return (
    <section ref={part} tabIndex={-1} class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('snapshots_title')}</h2>
      <p>{t('snapshots_hint')}</p>
      {model.problem.value && (
        <StoreNotice problem={model.problem.value} doing="open" onTryAgain={() => void model.load()} />
      )}
      {step.kind === 'failed' && <ChangeNotice problem={step.problem} />}
      {step.kind === 'found' && <Found model={model} saveUnread={saveUnread} step={step} />}
      {progress && working && <Working label={working} {...progress} onStop={() => model.stop()} />}
      <div role="status" class={styles['said']}>
        {endText(step) && <p>{endText(step)}</p>}
      </div>
      {step.kind === 'done' && (
        <div>
          <Button onPress={() => void model.takeBack()}>{t('snapshot_take_back')}</Button>
        </div>
      )}
      {list?.length === 0 && <p class={styles['soft']}>{t('snapshots_none')}</p>}
      {list && list.length > 0 && step.kind !== 'found' && !working && (
        <ul class={styles['list']}>
          {list.map(snapshot => (
            <Row key={snapshot.name} snapshot={snapshot} onLook={() => void model.look(snapshot.name)} />
          ))}
        </ul>
      )}
      {list && list.length > 0 && step.kind !== 'found' && !working && (
        <Renew onRenew={() => void model.renew()} />
      )}
    </section>
  )
}
