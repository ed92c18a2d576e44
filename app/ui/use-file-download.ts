import { useState } from "react";

/** Downloads a file that needs the session token, which App Bridge adds to requests and not to plain links. */
export function useFileDownload(url: string, fileName: string): { readonly start: () => void; readonly isBusy: boolean } {
  const [isBusy, setIsBusy] = useState(false);
  const download = async () => {
    setIsBusy(true);
    try {
      const response = await fetch(url);
      if (response.ok) hand(await response.blob(), fileName);
    } finally {
      setIsBusy(false);
    }
  };
  return { start: () => void download(), isBusy };
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
