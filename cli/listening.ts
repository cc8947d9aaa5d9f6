/** Why an address cannot be listened on, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE:
    '端口已被占用，请先停掉占用它的程序，或用 PORT（子图与网关用 --port）另指定一个；套接字则有进程在监听，或是别的文件',
  ENAMETOOLONG: '套接字的路径太长，请用 --socket 另指定一个，至多 103 字节',
  EADDRNOTAVAIL: '本机没有这个地址，请改正 HOST',
  ENOTFOUND: '主机名无法解析，请改正 HOST',
  EACCES: '没有权限监听这个端口，请用 PORT 指定 1024 以上的端口；套接字则是所在的目录不存在，或不能写',
};

const hasCode = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error;

/** Runs what begins to listen; when the system refuses the address, the error says so in words with a remedy. */
export const listening = async <T>(begin: () => Promise<T>): Promise<T> => {
  try {
    return await begin();
  } catch (error) {
    const reason = hasCode(error) ? REASONS[error.code ?? ''] : undefined;
    if (reason === undefined) throw error;
    throw new Error(`无法监听：${reason}（${(error as Error).message}）。`, { cause: error });
  }
};
