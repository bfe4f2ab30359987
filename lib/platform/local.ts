/** The two storage areas that Thaw uses. */
import { browserKeyValue } from './key-value.ts'

/** Stays until Thaw is taken out of the browser. */
export const localValues = browserKeyValue()

/** Held in memory until the browser closes; also over the deaths of the worker. */
export const sessionValues = browserKeyValue('', 'session')
