/** An inspection as it waits in the browser; its photos are files. */
export interface KeptInspection {
  /** Made before the first try, so that the server does it once. */
  readonly key: string;
  readonly returnId: string;
  readonly name: string;
  readonly lines: readonly { readonly lineId: string; readonly judged: readonly { gradeId: string; quantity: number; fate: string }[] }[];
  readonly photos: readonly { readonly lineId: string; readonly file: Blob }[];
  /** Milliseconds, for the order. */
  readonly madeAt: number;
  /** Why the server will never take it; a person decides. */
  readonly refused?: string;
}

const DATABASE = "amends-inspections";
const STORE = "waiting";

/** What waits, the oldest first. */
export async function listKept(): Promise<KeptInspection[]> {
  const all = (await run("readonly", (store) => store.getAll())) as KeptInspection[];
  return all.sort((a, b) => a.madeAt - b.madeAt);
}

export async function keep(inspection: KeptInspection): Promise<void> {
  await run("readwrite", (store) => store.put(inspection));
}

export async function forget(key: string): Promise<void> {
  await run("readwrite", (store) => store.delete(key));
}

/** Survives the page, the tab and a phone that runs out of power. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser keeps nothing"));
  });
}

async function run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error ?? new Error("The browser keeps nothing"));
    });
  } finally {
    database.close();
  }
}
