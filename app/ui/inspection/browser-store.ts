/** What is kept, found by its key. */
interface Kept {
  readonly key: string;
}

/** Things that are to outlive the page. */
export interface BrowserStore<T extends Kept> {
  readonly all: () => Promise<T[]>;
  readonly put: (thing: T) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
  /** Whether the page alone knows something, because the browser would not keep it. */
  readonly isAtRisk: () => boolean;
}

const STORE = "kept";

/**
 * Survives the page, the tab and a phone that runs out of power. Where the browser keeps nothing (a frame without storage, no room left) it
 * is known until the page is left.
 */
export function browserStore<T extends Kept>(database: string): BrowserStore<T> {
  const atRisk = new Map<string, T>();
  return {
    all: async () => {
      const kept = (await run(database, "readonly", (store) => store.getAll()).catch(() => [])) as T[];
      return [...kept.filter(({ key }) => !atRisk.has(key)), ...atRisk.values()];
    },
    put: async (thing) => {
      try {
        await run(database, "readwrite", (store) => store.put(thing));
        atRisk.delete(thing.key);
      } catch {
        atRisk.set(thing.key, thing);
      }
    },
    drop: async (key) => {
      atRisk.delete(key);
      await run(database, "readwrite", (store) => store.delete(key)).catch(() => undefined);
    },
    isAtRisk: () => atRisk.size > 0,
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser keeps nothing"));
  });
}

async function run(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open(name);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      // Without room a transaction is aborted and never fails.
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("The browser keeps nothing"));
    });
  } finally {
    database.close();
  }
}
