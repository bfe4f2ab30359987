/**
 * Writes what `fill` puts in place of what the file held. Where anything fails it rejects and the file stays as it was: the stream writes
 * into a copy beside the file, which takes its place only when it is closed.
 */
export const writeTo = async <Part extends FileSystemWriteChunkType>(
  file: FileSystemFileHandle,
  fill: (put: (part: Part) => Promise<void>) => Promise<void>,
): Promise<void> => {
  const stream = await file.createWritable()
  try {
    await fill(part => stream.write(part))
    await stream.close()
  } catch (error) {
    await stream.abort().catch(() => {})
    throw error
  }
}
