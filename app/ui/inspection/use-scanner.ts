import { useEffect, useRef, useState, type RefObject } from "react";
import { cameraProblem, closeCamera, openCamera, torchOf, type CameraProblem, type Torch } from "./camera.ts";
import { openCodeReader, type CodeReader } from "./code-reader.ts";

const LOOK_AGAIN_MILLISECONDS = 120;

export interface Scanner {
  readonly video: RefObject<HTMLVideoElement>;
  /** Why nothing is scanned; the camera is off then. */
  readonly problem: CameraProblem | undefined;
  /** While the camera shows something. */
  readonly torch: Torch | undefined;
}

interface Told {
  /** The next code is looked for when it has settled. */
  readonly onCode: (code: string) => Promise<void>;
  readonly onStop: () => void;
}

/**
 * Reads slips with the camera for as long as the component is there: `onCode` is told each code once, and the next as soon as another one
 * is seen. `onStop` is told when somebody puts the phone away.
 */
export function useScanner({ onCode, onStop }: Told): Scanner {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onCode, onStop });
  const [problem, setProblem] = useState<CameraProblem>();
  const [torch, setTorch] = useState<Torch>();
  useEffect(() => {
    told.current = { onCode, onStop };
  }, [onCode, onStop]);
  useEffect(() => {
    const over = new AbortController();
    const end = (why: CameraProblem) => {
      if (over.signal.aborted) return;
      over.abort();
      setTorch(undefined);
      setProblem(why);
    };
    const away = () => document.visibilityState === "hidden" && told.current.onStop();
    document.addEventListener("visibilitychange", away, { signal: over.signal });
    const look = async (screen: HTMLVideoElement) => {
      const read = await openCodeReader().catch(() => undefined);
      if (!read) return end("not_loaded");
      const stream = await showCamera(screen, over.signal);
      stream.getVideoTracks()[0]?.addEventListener("ended", () => end("busy"));
      setTorch(torchOf(stream));
      await watch(screen, read, { over: over.signal, onCode: (code) => told.current.onCode(code) });
    };
    if (video.current) look(video.current).catch((error: unknown) => end(cameraProblem(error)));
    return () => over.abort();
  }, []);
  return { video, problem, torch };
}

/** The camera's picture on the screen until it is over, also where that is so before the camera was allowed. */
async function showCamera(screen: HTMLVideoElement, over: AbortSignal): Promise<MediaStream> {
  const stream = await openCamera();
  over.addEventListener("abort", () => closeCamera(stream));
  if (over.aborted) closeCamera(stream);
  screen.srcObject = stream;
  await screen.play();
  return stream;
}

interface Watching {
  readonly over: AbortSignal;
  readonly onCode: (code: string) => Promise<void>;
}

/** Looks at one picture after the other; a slip that stays before the camera is one code. */
async function watch(screen: HTMLVideoElement, read: CodeReader, { over, onCode }: Watching): Promise<void> {
  let last: string | undefined;
  while (!over.aborted) {
    const code = await read(screen).catch(() => undefined);
    if (code !== undefined && code !== last && !over.aborted) {
      last = code;
      await onCode(code);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLISECONDS));
  }
}
