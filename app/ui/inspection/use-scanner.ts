import { useEffect, useRef, useState, type RefObject } from "react";

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

const FORMATS = ["code_128", "qr_code"];
const LOOK_AGAIN_MILLISECONDS = 150;

/** Reads the slip's barcode or QR code with the phone's camera while `isOn`; `problem` says why it cannot. */
export function useScanner(
  isOn: boolean,
  onCode: (code: string) => void,
): { video: RefObject<HTMLVideoElement>; problem: string | undefined } {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    told.current = onCode;
  }, [onCode]);
  useEffect(() => {
    if (!isOn) return;
    setProblem(undefined);
    let stop: (() => void) | undefined;
    let isOver = false;
    const found = (code: string) => {
      if (isOver) return;
      isOver = true;
      stop?.();
      told.current(code);
    };
    startCamera(video, found)
      .then((end) => {
        stop = end;
        if (isOver) end();
      })
      .catch((error: unknown) => setProblem(error instanceof Error && error.name === "NotAllowedError" ? "denied" : "no_camera"));
    return () => {
      isOver = true;
      stop?.();
    };
  }, [isOn]);
  return { video, problem };
}

/** With the browser's own reader where it has one; the library is loaded only where it has not. */
async function startCamera(video: RefObject<HTMLVideoElement>, found: (code: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const end = () => stream.getTracks().forEach((track) => track.stop());
  if (!video.current) {
    end();
    return () => undefined;
  }
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  if (Maker) {
    video.current.srcObject = stream;
    await video.current.play();
    return watch(new Maker({ formats: FORMATS }), video.current, { found, end });
  }
  const { BrowserMultiFormatReader } = await import("@zxing/browser");
  const controls = await new BrowserMultiFormatReader().decodeFromStream(stream, video.current, (result) => {
    if (result) found(result.getText());
  });
  return () => {
    controls.stop();
    end();
  };
}

function watch(
  detector: Detector,
  video: HTMLVideoElement,
  { found, end }: { found: (code: string) => void; end: () => void },
): () => void {
  const timer = setInterval(() => {
    detector
      .detect(video)
      .then(([code]) => {
        if (code?.rawValue) found(code.rawValue);
      })
      .catch(() => undefined);
  }, LOOK_AGAIN_MILLISECONDS);
  return () => {
    clearInterval(timer);
    end();
  };
}
