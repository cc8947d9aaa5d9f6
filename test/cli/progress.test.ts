import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stageProgress } from '../../cli/progress.ts';
import { recordingTerminal } from './recording-terminal.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a work of stages is told of from its third second on, every two seconds, until it ends', () => {
  const { terminal, told } = recordingTerminal();
  const progress = stageProgress(terminal);
  progress.stage('正在读取');
  vi.advanceTimersByTime(1_500);
  progress.stage('正在比对');
  expect(told()).toBe('');
  vi.advanceTimersByTime(3_000);
  expect(told()).toBe('正在比对，已 2 秒\n正在比对，已 4 秒');
  progress.end();
  vi.advanceTimersByTime(10_000);
  expect(told().split('\n')).toHaveLength(2);
});

test('a stage that begins after a long one is told at once', () => {
  const { terminal, told } = recordingTerminal();
  const progress = stageProgress(terminal);
  progress.stage('正在比对');
  // Nothing else runs while it works: the timer is late.
  const begun = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(begun + 5_000);
  progress.stage('正在写出');
  expect(told()).toBe('正在写出，已 5 秒');
  progress.end();
  vi.restoreAllMocks();
});
