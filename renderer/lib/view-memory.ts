// Small choices about the view that belong to this window alone, kept across reloads where the browser allows it.

const PREFIX = 'lectern.';

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null; // Storage may be switched off: the view then starts as it does for everyone.
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // As above: nothing is lost but the choice.
  }
}
