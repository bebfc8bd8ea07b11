import { connect, createServer, type Socket } from 'node:net';

/** A proxy before a server that can lose an answer: what was asked is done, but nobody hears of it. And worse. */
export async function startLossyProxy(port: number) {
  const pairs = new Set<readonly [Socket, Socket]>();
  let losing: RegExp | undefined;
  let silent = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let lost = false;
    const end = () => {
      for (const socket of pair) socket.destroy();
      pairs.delete(pair);
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.on('data', (data) => {
      if (silent.has(client)) return;
      lost ||= losing?.test(data.toString('latin1')) ?? false;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (silent.has(client)) return;
      if (!lost) client.write(data);
      else if (isDone(data)) {
        losing = undefined;
        end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    /** Cuts the connection that next sends something like this, once the server has done it. */
    loseAnswerTo(pattern: RegExp) {
      losing = pattern;
    },
    /** Swallows everything on the connections that there are, without a word, like a cable that was pulled. */
    swallow() {
      silent = new Set([...pairs].map(([client]) => client));
    },
    /** Cuts every connection. */
    cut() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    async stop() {
      this.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** True for PostgreSQL's ReadyForQuery, idle: the transaction has ended. */
function isDone(data: Buffer): boolean {
  return data.subarray(-6).equals(Buffer.from([0x5a, 0, 0, 0, 5, 0x49]));
}
