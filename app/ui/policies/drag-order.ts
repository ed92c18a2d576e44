import type { DragEvent } from "react";
import { useState } from "react";

/** What makes one entry of a list draggable by its handle and a place to drop another one. */
export interface DragOrder {
  readonly isDragged: boolean;
  /** Whether something would be dropped here now. */
  readonly isTarget: boolean;
  readonly handle: {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  readonly place: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Reordering by mouse; `onMove` is told the entry's place and where it was dropped. Buttons do the same for keyboards and touch. */
export function useDragOrder(onMove: (from: number, to: number) => void): (index: number) => DragOrder {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  return (index) => ({
    isDragged: dragged === index,
    isTarget: dragged !== undefined && over === index && dragged !== index,
    handle: {
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", String(index));
        setDragged(index);
      },
      onDragEnd: end,
    },
    place: {
      onDragOver: (event) => {
        if (dragged === undefined) return;
        event.preventDefault();
        if (over !== index) setOver(index);
      },
      onDrop: (event) => {
        event.preventDefault();
        if (dragged !== undefined && dragged !== index) onMove(dragged, index);
        end();
      },
    },
  });
}
