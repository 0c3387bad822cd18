// Reads the open article aloud: the frame names sentence after sentence, a voice says them.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AloudAct, AloudMessage } from '../../frame/messages/aloud.ts';
import { type FramePort, useShownArticle } from '../../lib/frame-port.ts';
import { recall, remember } from '../../lib/view-memory.ts';
import { byLanguage, languageName, type Voice, type VoicePort } from '../../lib/voice/voice.ts';

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export interface Aloud {
  /** Null until the platform has said; empty where it has none. */
  readonly voices: readonly Voice[] | null;
  readonly voice: Voice | null;
  readonly rate: number;
  readonly isPaused: boolean;
  act(act: Exclude<AloudAct, 'start' | 'stop'>): void;
  toggle(): void;
  chooseVoice(id: string): void;
  chooseRate(rate: number): void;
}

/** @param onOver after the last sentence */
export function useAloud(port: FramePort, platform: VoicePort, onOver: () => void): Aloud {
  const { t } = useTranslation();
  const shown = useShownArticle(port);
  const [all, setAll] = useState<readonly Voice[] | null>(null);
  const [said, setSaid] = useState<AloudMessage | null>(null);
  const [rate, setRate] = useState(() => asRate(recall('aloud.rate')));
  const [chosen, setChosen] = useState<string | null>(null);
  const lang = said?.lang ?? '';
  const voices = useMemo(() => all && byLanguage(all, lang), [all, lang]);
  const wanted = chosen ?? recall(`aloud.voice.${languageName(lang)}`);
  const voice = voices?.find(({ id }) => id === wanted) ?? voices?.[0] ?? null;
  /** What is being said, and how; a pause holds that one alone. */
  const turn = useMemo(() => said && { said, voice, rate }, [said, voice, rate]);
  const [paused, setPaused] = useState<typeof turn>(null);
  const isPaused = turn !== null && paused === turn;
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });

  useEffect(() => {
    let isHere = true;
    void platform.voices().then((found) => isHere && setAll(found));
    return () => {
      isHere = false;
      platform.stop();
    };
  }, [platform]);

  const hasVoice = all !== null && all.length > 0;
  useEffect(() => {
    if (shown === null || !hasVoice) return;
    const stop = port.onNews((news, uid) => {
      if (news.kind !== 'aloud' || uid !== shown) return;
      if (news.text === '' && !news.isCode) over.current();
      else setSaid(news);
    });
    port.send({ kind: 'aloud', act: 'start' });
    return () => {
      stop();
      port.send({ kind: 'aloud', act: 'stop' });
    };
  }, [port, shown, hasVoice]);

  const act = useCallback((next: AloudAct) => port.send({ kind: 'aloud', act: next }), [port]);
  useEffect(() => {
    if (!turn) return;
    const { text, isCode, lang: spoken } = turn.said;
    platform.speak(isCode ? t('aloud.code') : text, {
      voice: turn.voice,
      lang: spoken,
      rate: turn.rate,
      onEnd: () => act('next'),
      onFail: () => setPaused(turn),
    });
  }, [turn, platform, act, t]);

  return {
    voices,
    voice,
    rate,
    isPaused,
    act,
    toggle() {
      if (isPaused) platform.resume();
      else platform.pause();
      setPaused(isPaused ? null : turn);
    },
    chooseVoice(id) {
      remember(`aloud.voice.${languageName(lang)}`, id);
      setChosen(id);
    },
    chooseRate(next) {
      remember('aloud.rate', String(next));
      setRate(next);
    },
  };
}

const asRate = (text: string | null): number => rates.find((rate) => String(rate) === text) ?? 1;
