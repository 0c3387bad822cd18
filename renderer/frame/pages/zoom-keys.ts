// The keys that make the pages larger and smaller; the window means its text by the same keys.

const STEP = 1.2;

export function watchZoomKeys(zoom: (by: number | 'fit') => void): void {
  window.addEventListener(
    'keydown',
    (event) => {
      // With Ctrl or Cmd they zoom the window.
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoom(STEP);
      else if (event.key === '-') zoom(1 / STEP);
      else if (event.key === '0') zoom('fit');
      else return;
      event.preventDefault();
      // What they have done is theirs.
      event.stopPropagation();
    },
    { capture: true },
  );
}
