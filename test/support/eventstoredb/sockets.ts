import { createServer, type Server, type Socket } from 'node:net'

const HOST = '127.0.0.1'

/** A port whose connections can be cut, or held without a word. */
export interface Sockets {
  readonly port: () => number
  readonly open: () => Promise<void>
  /**
   * Cuts the connections there are, and resets every new one at once. The port stays taken: were it free, another socket of this machine
   * might have it before `open` wants it back.
   */
  readonly refuse: () => void
  readonly cut: () => void
  /** New connections are accepted and get no answer, until `release`. */
  readonly hold: () => void
  readonly release: () => void
  /** Gives the port back. */
  readonly close: () => Promise<void>
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen(port, HOST, () => {
      server.off('error', fail)
      const address = server.address()
      settle(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

export const sockets = (connected: (socket: Socket) => void, firstPort = 0): Sockets => {
  const all = new Set<Socket>()
  const held = new Set<Socket>()
  let isHolding = false
  let isRefusing = true
  let port = firstPort
  const server = createServer({ noDelay: true }, (socket) => {
    all.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => {
      all.delete(socket)
      held.delete(socket)
    })
    if (isRefusing) socket.resetAndDestroy()
    else if (isHolding) held.add(socket)
    else connected(socket)
  })
  const cut = (): void => {
    for (const socket of all) socket.destroy()
  }
  return {
    cut,
    port: () => port,
    open: async () => {
      isRefusing = false
      if (!server.listening) port = await listen(server, port)
      server.ref()
    },
    refuse: () => {
      isRefusing = true
      // A test that kills its double and forgets it must still come to an end.
      server.unref()
      cut()
    },
    // Clients connect again at once: who is accepted between the end of listening and the end of the rest must go as well.
    close: () =>
      new Promise((settle) => {
        isRefusing = true
        if (server.listening) server.close(() => settle())
        else settle()
        cut()
      }),
    hold: () => {
      isHolding = true
    },
    release: () => {
      isHolding = false
      for (const socket of held) connected(socket)
      held.clear()
    },
  }
}

/** A port that accepts connections and never says a word. */
export const silentPort = async (): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> => {
  const silent = sockets(() => undefined)
  await silent.open()
  return { port: silent.port(), stop: silent.close }
}
