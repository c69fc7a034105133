/**
 * @typedef {object} Command
 * @property {string[]} args What the pinned Node runs, before the user's own arguments; paths from the project's root.
 * @property {readonly string[]} programs Debian packages it cannot do without.
 * @property {Readonly<Record<string, string>>} [helpful] Debian packages it can do without → what is left out then.
 */

const browser = ['chromium', 'fonts-noto-core'];
const projects = ['unit', 'pocketbase', 'browser'].flatMap((name) => ['--project', name]);

/** @type {Readonly<Record<string, Command>>} The commands of package.json that need the project's packages. */
export const commands = {
  start: { args: ['scripts/start.ts'], programs: [] },
  publish: { args: ['scripts/publish/command.ts'], programs: [] },
  user: { args: ['scripts/user.ts'], programs: [] },
  backup: { args: ['scripts/backup/command.ts'], programs: [] },
  restore: { args: ['scripts/restore/command.ts'], programs: [] },
  upgrade: { args: ['scripts/upgrade/command.ts'], programs: [] },
  service: { args: ['scripts/service.ts'], programs: [] },
  import: { args: ['scripts/import.ts'], programs: [] },
  report: { args: ['scripts/report.ts'], programs: [] },
  screenshots: { args: ['scripts/screenshots.ts'], programs: browser },
  snapshots: {
    args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'snapshots'],
    programs: browser,
  },
  fuzz: { args: ['scripts/fuzz.ts'], programs: [] },
  test: {
    args: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...projects],
    programs: [...browser, 'caddy'],
    helpful: {
      'python3-pyqt5.qtwebengine': 'the tests on Chromium 87 are skipped',
      systemd: "systemd's own judgement of the service is skipped",
      age: 'the test of encrypted backups is skipped',
    },
  },
};
