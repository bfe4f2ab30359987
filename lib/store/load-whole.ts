/** Loads what works on the whole history; pages that do not need it do not carry it. */
export const loadWhole = () => import('./whole-history.ts')
