/** What a chaotic person does to a history, and which histories may be found after the browser was killed at any moment of it. */
import type { Seeded } from '../../lib/core/seeded.ts'

export type Deed =
  | { readonly kind: 'save'; readonly id: string; readonly felt: number; readonly note: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'undo'; readonly id: string }
  /** So many check-ins at once, with the ids `IMPORT-0` and so on. */
  | { readonly kind: 'bring'; readonly id: string; readonly rows: number }
  | { readonly kind: 'take-back'; readonly id: string }
  /** The journal's closed months are packed, and deletions made final. */
  | { readonly kind: 'tidy' }
  | { readonly kind: 'snapshot' }

/** What a check-in is: its answer and note, or that it is gone. */
export type Stand = string

export const gone: Stand = 'gone'
export const standOf = (felt: number | null, note: string): Stand => `${felt} ${note}`

/** How the check-ins of an import begin. */
const broughtStand = (import_: string, row: number): Stand => standOf(row % 11, import_)

export const rowIds = (id: string, rows: number): readonly string[] =>
  Array.from({ length: rows }, (_, row) => `${id}-${row}`)

/** What one page has done, and what of it may stand after a death. */
export type Ledger = {
  /** The next deed of this page. */
  next(chance: Seeded): Deed
  /** It was acknowledged, with what came of it. */
  done(deed: Deed, answer: boolean): void
  /** What may stand under each id; what was under way may have happened or not. */
  allowed(): ReadonlyMap<string, readonly Stand[]>
  /** The ids of an import that was under way, which come all or none; null where none was. */
  underWay(): readonly string[] | null
  /** What was found becomes what stands. */
  settle(found: ReadonlyMap<string, Stand>): void
  readonly acknowledged: () => number
}

const importRows = 150

/** `name` keeps apart what several pages do. */
export const ledger = (name: string): Ledger => {
  const stands = new Map<string, Stand>()
  /** What stood before the removal that can still be taken back. */
  const removed = new Map<string, Stand>()
  const imports: string[] = []
  let current: Deed | null = null
  let count = 0
  let acknowledged = 0

  const shown = () => [...stands].filter(([id, stand]) => stand !== gone && !id.includes('import'))

  /** Each id that the deed may change, with what it makes of it. */
  const outcome = (deed: Deed): readonly (readonly [string, Stand])[] => {
    switch (deed.kind) {
      case 'save':
        return [[deed.id, standOf(deed.felt, deed.note)]]
      case 'remove':
        return [[deed.id, gone]]
      case 'undo':
        return [[deed.id, removed.get(deed.id) ?? gone]]
      case 'bring':
        return rowIds(deed.id, deed.rows).map((id, row) => [id, broughtStand(deed.id, row)])
      case 'take-back':
        return rowIds(deed.id, importRows).map(id => [id, gone])
      default:
        return []
    }
  }

  const choose = (chance: Seeded): Deed => {
    count += 1
    const save = (id: string): Deed => ({
      kind: 'save',
      id,
      felt: chance.whole(0, 10),
      note: `${name} ${count}`,
    })
    const some = shown()
    const [known] = some[chance.whole(0, Math.max(0, some.length - 1))] ?? []
    const [taken] = [...removed.keys()]
    const [brought] = imports
    const kind = chance.weighed([
      ['new', 60],
      ['edit', known ? 20 : 0],
      ['remove', known ? 8 : 0],
      ['undo', taken ? 4 : 0],
      ['bring', 3],
      ['take-back', brought ? 1.5 : 0],
      ['tidy', 3],
      ['snapshot', 1],
    ])
    if (kind === 'edit' && known) return save(known)
    if (kind === 'remove' && known) return { kind, id: known }
    if (kind === 'undo' && taken) return { kind, id: taken }
    if (kind === 'bring') return { kind, id: `${name}-import-${count}`, rows: importRows }
    if (kind === 'take-back' && brought) return { kind, id: brought }
    if (kind === 'tidy' || kind === 'snapshot') return { kind }
    return save(`${name}-${count}`)
  }

  return {
    next: chance => {
      current = choose(chance)
      return current
    },
    done: (deed, answer) => {
      current = null
      acknowledged += 1
      if (deed.kind === 'remove') removed.set(deed.id, stands.get(deed.id) ?? gone)
      if (deed.kind === 'bring') imports.push(deed.id)
      if (answer) for (const [id, stand] of outcome(deed)) stands.set(id, stand)
      if (deed.kind === 'undo' || deed.kind === 'save') removed.delete(deed.id)
      if (deed.kind === 'take-back') imports.splice(imports.indexOf(deed.id), 1)
    },
    allowed: () => {
      const allowed = new Map<string, readonly Stand[]>([...stands].map(([id, stand]) => [id, [stand]]))
      for (const [id, stand] of current ? outcome(current) : [])
        allowed.set(id, [...(allowed.get(id) ?? [gone]), stand])
      return allowed
    },
    underWay: () =>
      current?.kind === 'bring' || current?.kind === 'take-back' ? rowIds(current.id, importRows) : null,
    settle: found => {
      // An import that came in unacknowledged could be taken back; it is left where it is.
      for (const id of allowedIds(stands, current ? outcome(current) : []))
        stands.set(id, found.get(id) ?? gone)
      if (current?.kind === 'take-back' && stands.get(`${current.id}-0`) === gone)
        imports.splice(imports.indexOf(current.id), 1)
      removed.clear()
      current = null
    },
    acknowledged: () => acknowledged,
  }
}

const allowedIds = (
  stands: ReadonlyMap<string, Stand>,
  changing: readonly (readonly [string, Stand])[],
): ReadonlySet<string> => new Set([...stands.keys(), ...changing.map(([id]) => id)])
