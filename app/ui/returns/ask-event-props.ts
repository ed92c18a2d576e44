import type { ReturnEvent } from "#app/domain/returns/return-status.ts";
import type { ReturnCommand } from "./return-actions.ts";
import type { ReturnView } from "./return-view.ts";

export interface AskEventProps {
  readonly view: ReturnView;
  /** What was pressed; undefined while nothing is asked. */
  readonly asked: ReturnEvent | undefined;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onCommand: (command: ReturnCommand) => void;
}
