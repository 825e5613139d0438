/** A ref to an element, as the types of React 18 and of React 19 both take it. */
export interface ElementRef<T extends HTMLElement> {
  readonly current: T | null;
}
