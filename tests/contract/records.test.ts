/** Runs the contract on memory and on a pretended IndexedDB. */
import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { memoryLocks, webLocks } from '../../lib/store/locks.ts'
import { memoryKeyValue } from './fakes.ts'
import {
  lastingGrounds,
  memoryGround,
  memoryWholeGround,
  recordsGround,
  sealedGround,
  wholeGround,
} from './grounds.ts'
import { historyContract } from './history.ts'
import { recordsContract } from './records.ts'
import { wholeContract } from './whole.ts'

const pretended = lastingGrounds(memoryLocks, () => memoryKeyValue())
const underWebLocks = lastingGrounds(webLocks, () => memoryKeyValue())

describe('memory', () => {
  test.for(recordsContract)('$name', each => each.run(memoryGround))
  test.for(wholeContract)('$name', each => each.run(memoryWholeGround))
})

describe('pretended IndexedDB', () => {
  test.for(recordsContract)('$name', each => each.run(recordsGround(pretended)))
  test.for(wholeContract)('$name', each => each.run(wholeGround(pretended)))
  test.for(historyContract)('$name', each => each.run(pretended))
})

describe('behind a lock that is open', () => {
  const sealed = sealedGround(pretended)
  test.for(recordsContract)('$name', each => each.run(sealed))
  test.for(wholeContract)('$name', each => each.run(sealed))
})

describe('the locks of the web', () => {
  test.for(historyContract)('$name', each => each.run(underWebLocks))
})

describe('a browser that reads forwards alone', () => {
  const { getAllRecords } = IDBObjectStore.prototype as { getAllRecords?: unknown }
  beforeAll(() => {
    Reflect.deleteProperty(IDBObjectStore.prototype, 'getAllRecords')
  })
  afterAll(() => {
    Object.assign(IDBObjectStore.prototype, { getAllRecords })
  })
  const newest = recordsContract.filter(({ name }) => name.startsWith('made '))
  test.for(newest)('$name', each => each.run(recordsGround(pretended)))
})
