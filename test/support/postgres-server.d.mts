export interface PostgresServer {
  /** The superuser's URL; its password exists nowhere else. */
  readonly url: string;
  readonly port: number;
  readonly version: string;
  stop(): Promise<void>;
}

export function startPostgres(options?: { settings?: Record<string, string> }): Promise<PostgresServer>;
