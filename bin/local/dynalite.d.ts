declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Milliseconds that changes of a table take; `path` keeps tables in a folder. */
  interface DynaliteOptions {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }
  export default function dynalite(options: DynaliteOptions): Server;
}
