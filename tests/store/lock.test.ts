/** The lock: what it seals opens again with its keys alone, nothing of it lies in the clear, and wherever putting it on or taking it off is cut off, it can be gone on with. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckInRecords } from '../../lib/app/ports.ts'
import { createDayTally } from '../../lib/core/day-tally.ts'
import type { BackupRead } from '../../lib/core/foreign.ts'
import { codeText, iterationsAtLeast, readLockHeader, typedCode } from '../../lib/core/lock.ts'
import { isTombstone } from '../../lib/core/merge.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { fail } from '../../lib/core/result.ts'
import { isOpen, sealedText } from '../../lib/core/sealed.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { unwrapKey, wrapKey } from '../../lib/store/lock/keys.ts'
import { outsideRecords } from '../../lib/store/lock/outside-records.ts'
import { createSealer, sealOutside } from '../../lib/store/lock/sealer.ts'
import { lockKey } from '../../lib/store/lock-key.ts'
import { memoryValues } from '../../lib/store/memory-values.ts'
import type { OpenHistory } from '../../lib/store/open.ts'
import { isRenewing } from '../../lib/store/renewing.ts'
import { sealedRecords } from '../../lib/store/sealed-records.ts'
import { sealedWhole } from '../../lib/store/sealed-whole.ts'
import { validRow } from '../../lib/store/valid-rows.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testChance, testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, sessionFields } from '../contract/samples.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'
import { anyLock, lockPage, passphrase, putLock } from '../support/lock-world.ts'
import { storedRow } from './arbitraries.ts'
import { dump, dyingAfter, load, newWorld, type World } from './world.ts'

const sealerOf = async () => {
  const { header, dataKey } = await anyLock()
  return createSealer(dataKey, header)
}

const options = { seed: lawSeed('lock'), numRuns: lawRuns(0.05) }

describe('what is sealed', () => {
  test('opens as it was, is still a row of its store, and counts in its day as before', async () => {
    const sealer = await sealerOf()
    await fc.assert(
      fc.asyncProperty(storedRow, async ({ store, row }) => {
        const sealed = await sealer.seal(store, row)
        expect(isOpen(store, sealed)).toBe(false)
        expect(await sealer.open(store, sealed)).toEqual(row)
        expect(validRow(store, sealed)).toEqual(sealed)
        // The same version is the same row, whoever seals it.
        expect(await sealer.seal(store, row)).toEqual(sealed)
        if (store !== 'checkIns' || isTombstone(row)) return
        const [open, closed] = [createDayTally(), createDayTally()]
        const { day } = row as CheckIn
        open.checkIn(row as CheckIn)
        closed.checkIn(sealed as CheckIn)
        const bare = open.rows(day, day).map(one => ({ ...one, words: {}, tags: {} }))
        expect(closed.rows(day, day)).toEqual(bare)
      }),
      options,
    )
  })

  test('holds nothing of it in the clear', async () => {
    const sealer = await sealerOf()
    const secret = 'heron'
    const rows = [
      [
        'checkIns',
        { ...checkInFields(noon, { note: secret, tags: [secret] }), meaning: 'shelter', raw: { a: secret } },
      ],
      ['sessions', { ...sessionFields(noon), pauseId: secret, reason: secret }],
      ['reflections', { type: 'thought', fields: { [secret]: secret } }],
      ['markers', { day: '2026-11-22', type: secret, text: secret }],
      ['words', { label: secret, group: secret, hidden: true }],
      [
        'pauses',
        {
          label: secret,
          text: secret,
          steps: [{ text: secret, seconds: 3 }],
          favourite: true,
          hidden: false,
        },
      ],
    ] as const
    for (const [store, fields] of rows) {
      const row = { ...fields, id: 'a', updatedAt: noon, origin: 'own' } as never
      const sealed = JSON.stringify(await sealer.seal(store, row))
      expect(sealed).not.toMatch(/heron|shelter|thought/u)
    }
  })

  test('opens nowhere else, and not where a single bit of it was changed', async () => {
    const sealer = await sealerOf()
    const { header } = await anyLock()
    const row = {
      ...checkInFields(noon, { note: 'heron' }),
      id: 'a',
      updatedAt: noon,
      origin: 'own',
    } as const
    const both = [await sealer.seal('checkIns', row), await sealOutside(header.publicKey, 'checkIns', row)]
    for (const sealed of both) {
      expect(await sealer.open('checkIns', sealed)).toEqual(row)
      await expect(sealer.open('checkIns', { ...sealed, id: 'b' })).rejects.toThrow('Not sealed by this lock')
      const text = sealedText(sealed) ?? ''
      const bytes = Uint8Array.fromBase64(text.slice(2))
      for (let at = 0; at < 500; at += 1) {
        const changed = bytes.slice()
        const place = (at * 7919) % bytes.length
        changed[place] = (changed[place] ?? 0) ^ (1 << (at % 8))
        const tampered = { ...sealed, sealed: text.slice(0, 2) + changed.toBase64() }
        const error = await sealer.open('checkIns', tampered).then(
          () => 'opened',
          problem => String(problem),
        )
        expect(error).toMatch(/^OperationError: Not sealed by this lock$/u)
      }
    }
    for (const strange of ['', '3.AAAA', '1.', '2.', '1.!', 'heron'])
      await expect(sealer.open('checkIns', { ...row, sealed: strange } as never)).rejects.toThrow(
        'Not sealed',
      )
  })
})

describe('the ways in', () => {
  test('no other passphrase opens it, and a code does however it was typed', async () => {
    const { header, dataKey, code } = await anyLock()
    expect(await unwrapKey(header, { kind: 'passphrase', text: passphrase })).toEqual(dataKey)
    const typed = ` ${code?.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    expect(await unwrapKey(header, { kind: 'code', text: typed })).toEqual(dataKey)
    const wrong = Array.from({ length: 98 }, (_, number) => `${passphrase.slice(0, -1)}${number}`)
    const tries = await Promise.all(
      [...wrong, '', code ?? ''].map(text => unwrapKey(header, { kind: 'passphrase', text })),
    )
    expect(tries.filter(key => key !== null)).toEqual([])
  }, 180_000)

  test('what was agreed on for a way in cannot be changed', async () => {
    const { header, dataKey } = await anyLock()
    const way = await wrapKey('a', dataKey, { kind: 'passphrase', text: passphrase })
    const opens = (changed: Partial<typeof way>, id = 'a') =>
      unwrapKey({ ...header, id, ways: [{ ...way, ...changed }] }, { kind: 'passphrase', text: passphrase })
    expect(await opens({})).toEqual(dataKey)
    for (const changed of [
      { iterations: way.iterations - 1 },
      { salt: btoa('another salt 123') },
      { iv: btoa('another iv 1') },
      { key: way.key.slice(4) },
      { salt: '!' },
    ])
      expect(await opens(changed)).toBe(null)
    expect(await opens({}, 'b')).toBe(null)
  }, 60_000)

  test('terms that are too weak, too hard or no terms are none', async () => {
    const { header } = await anyLock()
    const ways = (changed: object) => ({ ...header, ways: header.ways.map(way => ({ ...way, ...changed })) })
    expect(readLockHeader(JSON.parse(JSON.stringify(header)))).toEqual(header)
    for (const iterations of [iterationsAtLeast - 1, 10_000_001, Number.NaN, 1e12, '1000000', null])
      expect(readLockHeader(ways({ iterations }))).toBe(null)
    for (const broken of [
      null,
      'lock',
      [],
      {},
      { ...header, version: 2 },
      { ...header, state: 'off' },
      ways({ iv: 1 }),
    ])
      expect(readLockHeader(broken)).toBe(null)
    expect(readLockHeader({ ...header, minutes: 7 })?.minutes).toBe(15)
    const many = Array.from({ length: 1_000 }, () => header.ways).flat()
    expect(readLockHeader({ ...header, ways: many })?.ways).toEqual(header.ways)
  })

  test('a code has 128 bits, and says them all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), bytes => {
        const code = codeText(bytes)
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}$/u)
        expect(typedCode(code.toLowerCase())).toBe(code.replaceAll('-', ''))
      }),
    )
    expect(
      new Set(Array.from({ length: 256 }, (_, bit) => codeText(Uint8Array.of(...Array(15).fill(bit), bit))))
        .size,
    ).toBe(256)
  })
})

const chance = testChance()

const pageOf = (world: World, history: OpenHistory, session = memoryValues()) =>
  lockPage(history, { keyValue: world.keyValue, clock: world.clock, chance, session })

/** Some of it packed, some edited, one deleted, one being deleted, and a draft. */
const newHistory = async (world: World): Promise<void> => {
  const history = world.open()
  for (const number of [1, 2, 3, 4])
    valueIn(
      await history.save('checkIns', testId(noon, number), () => checkInFields(noon, { note: 'heron' })),
    )
  world.clock.forward(40 * 24 * 3_600_000)
  valueIn(await history.packClosedMonths())
  valueIn(await history.save('checkIns', testId(noon, 2), edited({ note: 'heron too', felt: 2 })))
  valueIn(await history.save('sessions', testId(noon, 9), () => sessionFields(noon)))
  valueIn(await history.save('words', 'own', () => ({ label: 'heron', group: null, hidden: false })))
  valueIn(
    await history.whole.bring({ id: testId(noon, 50), format: 'csv' }, [
      {
        store: 'checkIns',
        row: {
          ...checkInFields(noon, { note: 'a heron' }),
          id: testId(noon, 51),
          updatedAt: noon,
          origin: 'own',
        },
      },
    ]),
  )
  valueIn(await history.remove('checkIns', testId(noon, 3), world.clock.now().epochMilliseconds + 1_000))
  world.clock.forward(2_000)
  valueIn(await history.settleRemovals())
  await world.keyValue.set({ draft: { note: 'heron draft' }, past: { edit: { note: 'heron form' } } })
  await world.close()
}

const everythingIn = async (records: Pick<OpenHistory, 'all'>) => {
  const stores = ['checkIns', 'sessions', 'words'] as const
  const all = await Promise.all(stores.map(async store => valueIn(await records.all(store))))
  return all.map(list => list.map(({ updatedAt: _, ...record }) => record))
}

/** Both copies and all values, as text. */
const rawOf = async ({ name, keyValue }: World): Promise<string> =>
  JSON.stringify([await dump(name), await keyValue.get(await keyValue.keys())])

describe('a history', () => {
  test('is sealed entirely, in both copies, and opened entirely', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    const before = await everythingIn(history)
    const page = pageOf(world, history)
    await putLock(page, history)
    expect(await rawOf(world)).not.toContain('heron')
    const records = sealedRecords(history, page.lock.gate)
    expect(await everythingIn(records)).toEqual(before)
    const typed = { draft: { note: 'heron draft' }, past: { edit: { note: 'heron form' } } }
    expect(await page.local.get(['draft', 'past'])).toEqual(typed)
    expect(valueIn(await history.whole.check())).toMatchObject({ days: 0, orphans: 0, uncopied: 0 })

    valueIn(await page.lock.turnOff({ kind: 'passphrase', text: passphrase }))
    expect(await everythingIn(history)).toEqual(before)
    expect(await rawOf(world)).not.toContain('sealed')
    expect(await world.keyValue.get(['draft', 'past', lockKey])).toEqual(typed)
    expect((await page.lock.facts()).state).toBe('none')
    await world.wipe()
  })

  const cutOffAnywhere = async (deed: 'on' | 'off') => {
    let [cuts, isDone] = [0, false]
    for (let calls = 0; !isDone; calls += 1) {
      const world = newWorld()
      await newHistory(world)
      const session = memoryValues()
      const first = world.open()
      const before = await everythingIn(first)
      if (deed === 'off') await putLock(pageOf(world, first, session), first)
      await world.close()

      const dying = dyingAfter(calls, world.keyValue)
      const killed = world.open({ values: dying })
      const page = lockPage(killed, { keyValue: dying, clock: world.clock, chance, session })
      const doing: Promise<unknown> =
        deed === 'on' ? putLock(page, killed) : page.lock.turnOff({ kind: 'passphrase', text: passphrase })
      await doing.catch(() => {})
      const then = await pageOf(world, killed, session).lock.facts()
      isDone = then.unfinished === null && (deed === 'on') === (then.state !== 'none')
      cuts += 1
      await world.close()

      const history = world.open()
      const again = pageOf(world, history, session)
      const facts = await again.lock.facts()
      if (facts.unfinished) expect(valueIn(await again.lock.finish()).isDone).toBe(true)
      const { state } = await again.lock.facts()
      expect(await everythingIn(sealedRecords(history, again.lock.gate))).toEqual(before)
      // Killed before the header stood, or after it went, there is none.
      if (state === 'none') expect(await rawOf(world)).not.toContain('"sealed":')
      else expect(await rawOf(world)).not.toContain('heron')
      await world.wipe()
    }
    expect(cuts).toBeGreaterThan(10)
  }

  test('turning it on can be cut off anywhere', () => cutOffAnywhere('on'), 120_000)
  test('turning it off can be cut off anywhere', () => cutOffAnywhere('off'), 120_000)

  test('holds no way back from an import of before, which lay in the clear, and says so', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    const told = async () => valueIn(await history.whole.imports()).map(({ untouched }) => untouched)
    expect(await told()).toEqual([true])
    await putLock(pageOf(world, history), history)
    expect([await told(), valueIn(await history.whole.takeBack(testId(noon, 50)))]).toEqual([[false], false])
    await world.close()
  })

  test('takes nothing in the clear from a page that has not heard of the lock, and nothing sealed once it is gone', async () => {
    const world = newWorld()
    const history = world.open()
    const page = pageOf(world, history)
    const unaware = world.open()
    await putLock(page, history)
    const id = testId(noon, 1)
    const refused = await unaware.save('checkIns', id, () => checkInFields(noon, { note: 'heron' }))
    expect(problemIn(refused)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
    const row = { ...checkInFields(noon, { note: 'heron' }), id, updatedAt: noon, origin: 'own' } as const
    const brought = await unaware.whole.bring({ id: testId(noon, 2), format: 'csv' }, [
      { store: 'checkIns', row },
    ])
    expect(problemIn(brought)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
    expect(await rawOf(world)).not.toContain('heron')
    // What holds no secrets can be written by everybody.
    valueIn(await unaware.save('nudges', id, () => null))

    const stale = { ...page.lock, gate: async () => sealerOf() }
    valueIn(await page.lock.turnOff({ kind: 'passphrase', text: passphrase }))
    const lost = await sealedRecords(history, stale.gate).save('checkIns', id, () => checkInFields(noon))
    expect(problemIn(lost)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
    await world.wipe()
  })

  test('one row that was damaged keeps nobody from a backup, nor from turning the lock off', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    const page = pageOf(world, history)
    await putLock(page, history)
    const [damaged, whole] = [testId(noon, 1), testId(noon, 2)]
    valueIn(
      await history.save(
        'checkIns',
        damaged,
        current => ({ ...current, sealed: '1.AAAA' }) as unknown as CheckIn,
      ),
    )
    const version = valueIn(await history.get('checkIns', damaged))?.updatedAt ?? 0
    const rows = valueIn(await sealedWhole(history.whole, page.lock.gate).rows('checkIns', { limit: 100 }))
    const rowOf = (id: string) => rows.find(({ row }) => row.id === id)?.row
    // Where another copy still has its secrets, that one wins.
    expect(rowOf(damaged)).toMatchObject({ at: noon, note: '', words: [], updatedAt: version - 1 })
    expect(rowOf(damaged)).not.toHaveProperty('sealed')
    expect(rowOf(whole)).toMatchObject({ note: 'heron too' })

    const seen = valueIn(await sealedRecords(history, page.lock.gate).all('checkIns'))
    expect(seen.filter(row => 'sealed' in row).map(({ id }) => id)).toEqual([damaged])
    const under = sealedWhole(history.whole, page.lock.gate)
    const told: (readonly [number, number])[] = []
    const onProgress = (done: number, of: number) => void told.push([done, of])
    expect(valueIn(await under.check({ onProgress }))).toMatchObject({
      unopened: 1,
      uncopied: 0,
      invalid: {},
    })
    const [done, of] = told.at(-1) ?? [0, 1]
    expect([done, new Set(told.map(([, all]) => all)).size]).toEqual([of, 1])
    const stopping = new AbortController()
    let [pauses, opening] = [0, Number.POSITIVE_INFINITY]
    const pause = async () => {
      pauses += 1
      if (pauses > opening) stopping.abort()
    }
    await history.whole.check({ pause })
    // Stopped at the first portion that is opened.
    ;[opening, pauses] = [pauses, 0]
    expect(valueIn(await under.check({ pause, signal: stopping.signal }))).toBe(null)

    // Of another one the second copy still has what the database lost.
    const again = testId(noon, 4)
    await load(world.name, {
      checkIns: [{ ...valueIn(await history.get('checkIns', again)), sealed: '1.BBBB' }],
    })
    const off = valueIn(await page.lock.turnOff({ kind: 'passphrase', text: passphrase }))
    expect(off).toEqual({ isDone: true, unopened: 1 })
    expect(valueIn(await history.get('checkIns', again))).toMatchObject({ note: 'heron' })
    expect((await page.lock.facts()).state).toBe('none')
    expect(await rawOf(world)).not.toContain('sealed')
    expect(valueIn(await history.get('checkIns', damaged))).toMatchObject({ at: noon, note: '' })
    expect(valueIn(await history.get('checkIns', whole))).toMatchObject({ note: 'heron too' })
    await world.wipe()
  })

  test('takes nothing in the clear where its header was damaged', async () => {
    const world = newWorld()
    const history = world.open()
    await putLock(pageOf(world, history), history)
    await world.keyValue.set({ [lockKey]: { version: 1 } })
    const lost = await history.save('checkIns', testId(noon, 8), () => checkInFields(noon))
    expect(problemIn(lost)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
    await world.wipe()
  })

  test('gets its header back where one copy lost it', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    const session = memoryValues()
    const header = await putLock(pageOf(world, history, session), history)
    await world.close()
    await world.keyValue.remove(await world.keyValue.keys())
    let told = 0
    const again = world.open({ locked: () => (told += 1) })
    valueIn(await again.daySpan())
    // Pages that are open go on without a lock until they hear of it.
    expect(told).toBe(1)
    expect(await world.keyValue.get([lockKey])).toEqual({ [lockKey]: { ...header, state: 'on' } })

    await world.wipe()
    valueIn(await world.open().daySpan())
    await world.keyValue.remove([lockKey])
    const third = world.open()
    valueIn(await third.mendLock())
    expect(await world.keyValue.get([lockKey])).toEqual({ [lockKey]: { ...header, state: 'on' } })
    await world.keyValue.set({ [lockKey]: 'nonsense' })
    const page = pageOf(world, third, session)
    expect((await page.lock.facts()).state).toBe('locked')
    valueIn(await page.lock.unlock({ kind: 'passphrase', text: passphrase }))
    expect((await page.lock.facts()).state).toBe('unlocked')
    await world.wipe()
  })
})

describe('while it is locked', () => {
  test('nothing waits for ever but what asks for secrets, and unlocking lets it through', async () => {
    const world = newWorld()
    const history = world.open()
    const page = pageOf(world, history)
    const records = sealedRecords(history, page.lock.gate)
    await putLock(page, history)
    valueIn(await records.save('checkIns', testId(noon, 1), () => checkInFields(noon, { note: 'heron' })))
    await page.lock.lock()
    expect((await page.lock.facts()).state).toBe('locked')
    let isThere = false
    const reading = records.get('checkIns', testId(noon, 1)).then(found => {
      isThere = true
      return found
    })
    valueIn(await records.daySpan())
    expect(isThere).toBe(false)
    expect(problemIn(await page.lock.unlock({ kind: 'passphrase', text: 'another' }))).toEqual({
      kind: 'wrong',
    })
    valueIn(await page.lock.unlock({ kind: 'passphrase', text: passphrase }))
    expect(valueIn(await reading)).toMatchObject({ note: 'heron' })
    await world.wipe()
  })

  test('a check-in sees nothing but itself, and is opened at the next unlocking', async () => {
    const world = newWorld()
    const history = world.open()
    const page = pageOf(world, history)
    const { publicKey } = await putLock(page, history)
    const records = sealedRecords(history, page.lock.gate)
    const [earlier, own] = [testId(noon, 1), testId(noon, 2)]
    valueIn(await records.save('checkIns', earlier, () => checkInFields(noon, { note: 'heron' })))
    await page.lock.lock()
    const outside: CheckInRecords = outsideRecords(history, publicKey)
    expect(valueIn(await outside.all('checkIns'))).toEqual([])
    expect(valueIn(await outside.page('checkIns', { limit: 9 }))).toEqual([])
    expect(valueIn(await outside.get('checkIns', earlier))).toBe(null)
    // Both at once: the second one goes by what the first one kept.
    const saved = await Promise.all([
      outside.save('checkIns', own, () => checkInFields(noon, { felt: 4 })),
      outside.save('checkIns', own, current => current && { ...current, note: 'a grey heron' }),
    ])
    expect(saved.map(valueIn)).toMatchObject([
      { felt: 4, note: '' },
      { felt: 4, note: 'a grey heron' },
    ])
    expect(problemIn(await outside.save('checkIns', earlier, () => checkInFields(noon)))).toMatchObject({
      kind: 'failed',
    })
    expect(await rawOf(world)).not.toContain('heron')
    valueIn(await page.lock.unlock({ kind: 'passphrase', text: passphrase }))
    expect(valueIn(await records.get('checkIns', own))).toMatchObject({ felt: 4, note: 'a grey heron' })
    expect(valueIn(await records.get('checkIns', earlier))).toMatchObject({ note: 'heron' })
    await world.wipe()
  })

  test('a change that throws keeps a check-in from nothing that is answered after it', async () => {
    const world = newWorld()
    const history = world.open()
    const page = pageOf(world, history)
    const { publicKey } = await putLock(page, history)
    await page.lock.lock()
    const outside: CheckInRecords = outsideRecords(history, publicKey)
    const own = testId(noon, 1)
    const broken = outside.save('checkIns', own, () => {
      throw new RangeError('broken')
    })
    const next = outside.save('checkIns', own, () => checkInFields(noon, { felt: 4 }))
    await expect(broken).rejects.toThrow('broken')
    expect(valueIn(await next)).toMatchObject({ felt: 4 })
    await world.wipe()
  })

  test('what pages share in memory is forgotten, but for what says nothing of anybody', async () => {
    const world = newWorld()
    const history = world.open()
    const session = memoryValues()
    const page = pageOf(world, history, session)
    await putLock(page, history)
    await session.set({ search: { text: 'heron' }, 'cared-for': '2026-11-22' })
    await page.lock.lock()
    expect(await session.keys()).toEqual(['cared-for'])
    await world.wipe()
  })
})

test('another passphrase takes the place of the first, and the code still opens', async () => {
  const world = newWorld()
  const history = world.open()
  const page = pageOf(world, history)
  await putLock(page, history)
  const { code } = await anyLock()
  valueIn(await page.lock.changePassphrase({ kind: 'code', text: code ?? '' }, 'a newer one'))
  // The daily copies open with the one before until they are made anew.
  expect(await isRenewing(world.keyValue)).toBe(true)
  await page.lock.lock()
  expect(problemIn(await page.lock.unlock({ kind: 'passphrase', text: passphrase }))).toEqual({
    kind: 'wrong',
  })
  valueIn(await page.lock.unlock({ kind: 'passphrase', text: 'a newer one' }))
  await page.lock.lock()
  valueIn(await page.lock.unlock({ kind: 'code', text: code ?? '' }))
  await world.wipe()
}, 60_000)

test('a new recovery code takes the place of the first, or comes where there was none, and the passphrase still opens', async () => {
  const world = newWorld()
  const history = world.open()
  const page = pageOf(world, history)
  await putLock(page, history)
  const { code: first } = await anyLock()
  const byPassphrase = { kind: 'passphrase', text: passphrase } as const
  const wrong = await page.lock.renewCode({ kind: 'passphrase', text: 'another' })
  expect(problemIn(wrong)).toEqual({ kind: 'wrong' })
  const opens = async (text: string) => (await page.lock.unlock({ kind: 'code', text })).ok
  expect(await opens(first ?? '')).toBe(true)

  const second = valueIn(await page.lock.renewCode(byPassphrase))
  expect(await isRenewing(world.keyValue)).toBe(true)
  expect([await opens(first ?? ''), await opens(second)]).toEqual([false, true])
  valueIn(await page.lock.unlock(byPassphrase))

  valueIn(
    await history.changeLock(header =>
      header === null || header === 'unreadable'
        ? undefined
        : { ...header, ways: header.ways.filter(({ kind }) => kind !== 'code') },
    ),
  )
  expect([(await page.lock.facts()).hasCode, await opens(second)]).toEqual([false, false])
  const third = valueIn(await page.lock.renewCode(byPassphrase))
  expect([(await page.lock.facts()).hasCode, await opens(third)]).toEqual([true, true])
  await world.wipe()
}, 60_000)

test('what opens it from now on is told also where one of the two copies of it could not be written', async () => {
  const world = newWorld()
  const history = world.open()
  const session = memoryValues()
  await putLock(pageOf(world, history, session), history)
  const failing: typeof history = {
    ...history,
    changeLock: async change => {
      valueIn(await history.changeLock(change))
      return fail({ kind: 'failed', name: 'UnknownError' })
    },
  }
  const page = pageOf(world, failing, session)
  valueIn(await page.lock.changePassphrase({ kind: 'passphrase', text: passphrase }, 'a newer one'))
  const code = valueIn(await page.lock.renewCode({ kind: 'passphrase', text: 'a newer one' }))
  valueIn(await page.lock.unlock({ kind: 'code', text: code }))
  await world.wipe()
}, 60_000)

describe('a daily copy', () => {
  const copyOf = async (history: OpenHistory, lock: object | null) => {
    const parts: string[] = []
    valueIn(
      await writeBackup(
        { history: history.whole, settings: defaultSettings, lock: readLockHeader(lock), exportedAt: noon },
        part => void parts.push(part),
      ),
    )
    return valueIn(
      await Promise.resolve(readBackup(parts.join(''), noon + 120 * 86_400_000) as never),
    ) as BackupRead
  }

  test('is sealed as the history is, and brings its lock along where everything else was lost', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    const header = await putLock(pageOf(world, history), history)
    const before = await everythingIn(sealedRecords(history, async () => sealerOf()))
    const copy = await copyOf(history, header)
    expect(copy.unreadable).toEqual([])
    expect(JSON.stringify(copy)).not.toContain('heron')

    const other = newWorld()
    const fresh = other.open()
    const refused = await fresh.whole.bring({ id: testId(noon, 60), format: 'copy' }, copy.rows)
    expect(problemIn(refused)).toEqual({ kind: 'failed', name: 'NotAllowedError' })
    const page = pageOf(other, fresh)
    expect(valueIn(await page.lock.adopt(copy.lock as never))).toBe(true)
    valueIn(await fresh.whole.bring({ id: testId(noon, 61), format: 'copy' }, copy.rows))
    expect((await page.lock.facts()).state).toBe('locked')
    valueIn(await page.lock.unlock({ kind: 'passphrase', text: passphrase }))
    expect(await everythingIn(sealedRecords(fresh, page.lock.gate))).toEqual(before)
    expect(valueIn(await page.lock.adopt({ ...header, id: 'another' }))).toBe(false)
    await world.wipe()
    await other.wipe()
  })

  test('that is sealed and names no lock holds nothing that can be read', async () => {
    const world = newWorld()
    await newHistory(world)
    const history = world.open()
    await putLock(pageOf(world, history), history)
    const { rows, unreadable, lock } = await copyOf(history, null)
    expect(lock).toBe(undefined)
    expect(rows.filter(({ row }) => 'sealed' in row)).toEqual([])
    expect(new Set(unreadable.map(({ field }) => field))).toEqual(new Set(['sealed']))
    await world.wipe()
  })
})
