/** Lets a page answer in the middle of a long piece of work. */

/** As both browsers have it; TypeScript knows it not yet. https://wicg.github.io/scheduling-apis/ */
declare const scheduler: { postTask(task: () => void): Promise<void> }

/** Resolves in a task of its own, after input that waits. A timer would wait 4 ms each time, and a whole second in a tab that nobody looks at. */
export const rest = (): Promise<void> => scheduler.postTask(() => {})
