/** Asks the browser to keep Thaw's storage when the disk runs full. */

/**
 * Asks where the browser does not do so already, and waits for nothing: Firefox may leave the question without an answer
 * (https://developer.mozilla.org/en-US/docs/Web/API/StorageManager/persist). Never throws.
 */
export const askToPersist = (): void => {
  const ask = async () => {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
  }
  // A refusal changes nothing: the history has its second copy either way.
  void ask().catch(() => {})
}
