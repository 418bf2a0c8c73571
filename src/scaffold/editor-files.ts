/** Where the schemas for editors lie, as seen from a catalogue. */
const SCHEMAS = './node_modules/mingbai/schemas/editor';

const SETTINGS = {
  'yaml.schemas': {
    [`${SCHEMAS}/settings.schema.json`]: 'mingbai.yaml',
    [`${SCHEMAS}/item.schema.json`]: 'items/**/*.yaml',
    [`${SCHEMAS}/department.schema.json`]: 'departments/*.yaml',
    [`${SCHEMAS}/hall.schema.json`]: 'halls/*.yaml',
    [`${SCHEMAS}/bundle.schema.json`]: 'bundles/*.yaml',
    [`${SCHEMAS}/law.schema.json`]: 'laws/*.yaml',
    [`${SCHEMAS}/claims.schema.json`]: 'claims*.yaml',
  },
  'files.encoding': 'utf8',
  'files.eol': '\n',
  'editor.insertSpaces': true,
  'editor.tabSize': 2,
};

/** Settings of editors, by path: YAML with two blanks, keys and values completed. */
export const EDITOR_FILES: Readonly<Record<string, string>> = {
  '.vscode/settings.json': `${JSON.stringify(SETTINGS, null, 2)}\n`,
  '.vscode/extensions.json': '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n',
  '.editorconfig':
    'root = true\n\n[*]\ncharset = utf-8\nend_of_line = lf\nindent_style = space\nindent_size = 2\n',
};
