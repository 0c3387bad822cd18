// What the keys of the window ask of whichever list is on screen.
export interface ListHandle {
  focus(): void;
  hasFocus(): boolean;
  /** Moves the cursor; opens the article it comes to, where asked. */
  step(by: number, andOpen: boolean): void;
  openCurrent(): void;
  toggleCurrent(): void;
  selectAll(): void;
  clearSelection(): void;
  /** Takes what is offered above a search's hits: another spelling, or the best of all matches. */
  takeOffer?(): void;
}
