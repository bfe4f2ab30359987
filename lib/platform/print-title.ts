/** What a page is called while it is printed, which browsers offer as the name of the file; before and after it has its own name. */
export const nameInPrint = (name: string): void => {
  const own = document.title
  addEventListener('beforeprint', () => {
    document.title = name
  })
  addEventListener('afterprint', () => {
    document.title = own
  })
}
