/** Brings what has unfolded into sight, as a ref: a person must not look for the answer to their press. */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })
