// What reading aloud needs of a voice, whoever gives it.

export interface Voice {
  readonly id: string;
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
}

export interface Utterance {
  /** Null for the one that the platform takes by itself. */
  readonly voice: Voice | null;
  readonly lang: string;
  /** 1 is the voice's own pace. */
  readonly rate: number;
  /** Called when all of it was said, never after `stop` or another `speak`. */
  onEnd(): void;
  onFail(): void;
}

export interface VoicePort {
  /** Empty where this computer has none. */
  voices(): Promise<readonly Voice[]>;
  /** In place of what is being said. */
  speak(text: string, utterance: Utterance): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

const primary = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? '';

/** Voices of a language first, each group in the platform's order. */
export function byLanguage(voices: readonly Voice[], lang: string): readonly Voice[] {
  const fits = (voice: Voice) => primary(voice.lang) === primary(lang);
  return [...voices.filter(fits), ...voices.filter((voice) => !fits(voice))];
}

/** For remembering one voice per language, whatever region an article names. */
export const languageName = (lang: string): string => primary(lang) || 'any';
