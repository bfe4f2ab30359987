/** Loads what a history seldom needs; the popup does not carry it. */
export const loadRare = () => import('./rare.ts')
