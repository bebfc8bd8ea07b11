/** Two clients: node:http's own, and one that costs a third of it. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

/** One connection that is kept alive. */
export interface Connection {
  /** Sends a POST; resolves to the status once the whole answer is here. */
  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
  close(): void;
}

/** With node:http. */
export function nodeConnection(url: string): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const length = { 'content-length': Buffer.byteLength(body) };
        const sent = request(
          url + path,
          { method: 'POST', agent, headers: { ...headers, ...length } },
          (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode ?? 0));
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** With a bare socket: next to nothing but what the kernel takes. */
export function leanConnection(url: string): Connection {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay();
  socket.setEncoding('latin1'); // a character for each byte
  let answer = '';
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  socket.on('data', (chunk) => {
    answer += chunk;
    if (!isComplete(answer)) return;
    const status = Number(answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 201'.length));
    answer = '';
    waiting?.resolve(status);
  });
  const fail = (error = new Error('the connection was closed')) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail());
  return {
    post(path, headers, body) {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      });
    },
    close() {
      waiting = undefined;
      socket.destroy();
    },
  };
}

/** True when nothing of the answer is missing (RFC 9112, 6). */
function isComplete(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, end))?.[1];
  if (length !== undefined) return answer.length === end + '\r\n\r\n'.length + Number(length);
  return answer.endsWith('\r\n0\r\n\r\n'); // in chunks, as the bare server answers
}
