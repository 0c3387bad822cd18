// The voices of the platform.
import type { Utterance, Voice, VoicePort } from './voice.ts';

/** Some platforms tell their voices a moment later. */
const VOICES_WAIT_MS = 1500;

export function platformVoice(): VoicePort {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  /** Only what was asked for last may report: the platform ends a cancelled one with an event, too. */
  let current: SpeechSynthesisUtterance | null = null;
  const stop = () => {
    current = null;
    // A paused platform would keep the next one waiting.
    synthesis?.resume();
    synthesis?.cancel();
  };
  return {
    async voices() {
      if (!synthesis) return [];
      if (synthesis.getVoices().length === 0) await voicesChange(synthesis);
      return synthesis.getVoices().map(asVoice);
    },
    speak(text, utterance) {
      stop();
      if (!synthesis) return;
      const words = new SpeechSynthesisUtterance(text);
      current = words;
      prepare(words, utterance, synthesis.getVoices());
      words.onend = () => current === words && utterance.onEnd();
      words.onerror = () => current === words && utterance.onFail();
      synthesis.speak(words);
    },
    pause: () => synthesis?.pause(),
    resume: () => synthesis?.resume(),
    stop,
  };
}

function prepare(
  words: SpeechSynthesisUtterance,
  { voice, lang, rate }: Utterance,
  known: readonly SpeechSynthesisVoice[],
): void {
  words.rate = rate;
  if (lang) words.lang = lang;
  const found = known.find(({ voiceURI }) => voiceURI === voice?.id);
  if (found) words.voice = found;
}

const asVoice = ({ voiceURI, name, lang }: SpeechSynthesisVoice): Voice => ({
  id: voiceURI,
  name,
  lang,
});

const voicesChange = (synthesis: SpeechSynthesis): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      synthesis.removeEventListener('voiceschanged', done);
      resolve();
    };
    synthesis.addEventListener('voiceschanged', done);
    setTimeout(done, VOICES_WAIT_MS);
  });
