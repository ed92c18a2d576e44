/** Why nothing is scanned: shut by the page around this one, by a person, by another app, no camera, or the reader did not come. */
export type CameraProblem = "blocked" | "denied" | "busy" | "no_camera" | "not_loaded";

export interface Torch {
  readonly canShine: boolean;
  readonly shine: (isOn: boolean) => Promise<void>;
}

/** A phone's back camera, as sharp as bars need it. Throws what the browser says of a camera that cannot be used. */
export async function openCamera(): Promise<MediaStream> {
  if (isShutOut()) throw new DOMException("The page around this one keeps the camera", "NotAllowedError");
  const video = { facingMode: "environment", width: { ideal: 1_280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({ video });
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The lamp beside the camera, on phones that have one and browsers that may use it. */
export function torchOf(stream: MediaStream): Torch {
  const [track] = stream.getVideoTracks();
  const abilities = track?.getCapabilities?.() ?? {};
  return {
    canShine: "torch" in abilities && abilities.torch === true,
    shine: async (isOn) => {
      const lamp: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn };
      await track?.applyConstraints({ advanced: [lamp] });
    },
  };
}

interface PolicyOfPage {
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

export function cameraProblem(error: unknown): CameraProblem {
  if (isShutOut()) return "blocked";
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "no_camera";
}

/** Whether the page around this one keeps the camera from it; a browser that does not tell is taken at its word. */
function isShutOut(): boolean {
  return (document as PolicyOfPage).featurePolicy?.allowsFeature("camera") === false;
}
