/** A display that nobody sees, on which a browser with windows believes what the display says of keys and pointer. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type XServer = {
  /** For the browser's environment. */
  readonly environment: { readonly DISPLAY: string }
  stop(): void
}

/** The time without a key or a pointer counts from here. */
export const startXServer = async (): Promise<XServer> => {
  // The fourth descriptor is where it names the display that it found free. Without a screen saver: after its ten minutes
  // Chromium would call the machine locked.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-s', '0', '-noreset', '-nolisten', 'tcp', '-screen', '0', '1280x900x24'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const number = await displayOf(server)
  return {
    environment: { DISPLAY: `:${number}` },
    stop: () => {
      server.kill()
    },
  }
}

const displayOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', code => reject(new Error(`Xvfb ended with ${code}`)))
    server.stdio[3]?.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })

/** https://www.x.org/releases/current/doc/xproto/x11protocol.html */
const hello = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])
const askForTest = Buffer.concat([Buffer.from([98, 0, 4, 0, 5, 0, 0, 0]), Buffer.from('XTEST\0\0\0')])
const askForFocus = Buffer.from([43, 0, 1, 0])

/** https://www.x.org/releases/current/doc/xextproto/xtest.html */
const movePointer = (testExtension: number): Buffer => {
  const request = Buffer.alloc(36)
  request.set([testExtension, 2, 9, 0, 6, 1])
  request.writeInt16LE(1, 24)
  return request
}

/** Moves the pointer of a display such as `:1` by one pixel, as someone does who comes back; resolves once the display has seen it. */
export const touchPointer = async (display: string): Promise<void> => {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  const answer = reader(socket)
  socket.write(hello)
  const start = await answer(8)
  if (start[0] !== 1) throw new Error('The display lets nobody in')
  await answer(start.readUInt16LE(6) * 4)
  socket.write(askForTest)
  const extension = await answer(32)
  if (extension[8] !== 1) throw new Error('The display takes no pointer of a test')
  socket.write(movePointer(extension[9] ?? 0))
  // Requests are answered in turn, so this answer comes after the move.
  socket.write(askForFocus)
  await answer(32)
  socket.destroy()
}

/** Gives the next so many bytes that come. */
const reader = (socket: Socket): ((length: number) => Promise<Buffer>) => {
  let kept = Buffer.alloc(0)
  return async length => {
    while (kept.length < length) {
      const [more] = (await once(socket, 'data')) as [Buffer]
      kept = Buffer.concat([kept, more])
    }
    const answer = kept.subarray(0, length)
    kept = kept.subarray(length)
    return answer
  }
}
