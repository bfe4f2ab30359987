/** Where Tab stops in a scale whose places are walked by arrows: at what was answered, or at the first place where that is none of them. */
export const tabStopIn = <Place>(places: readonly Place[], answer: unknown): Place | undefined =>
  places.find(place => place === answer) ?? places[0]
