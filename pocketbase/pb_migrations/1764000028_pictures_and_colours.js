// Whether a picture can be shown, told by the worker; the four colours of a province.
const HEX = '^#[0-9a-fA-F]{6}$';
// Whoever uploads does not say whether it can be shown.
const UNTOLD = '@request.body.preparation:isset = false && @request.body.problem:isset = false';
const COLOURS = ['colour_son', 'colour_cham', 'colour_dong', 'colour_hoe'];

migrate(
  (app) => {
    const media = app.findCollectionByNameOrId('media');
    media.fields.add(new SelectField({ name: 'preparation', values: ['ready', 'broken'], maxSelect: 1 }));
    media.fields.add(new TextField({ name: 'problem', max: 200 }));
    media.createRule = `(${media.createRule}) && ${UNTOLD}`;
    app.save(media);
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of COLOURS) settings.fields.add(new TextField({ name, max: 7, pattern: HEX }));
    app.save(settings);
  },
  (app) => {
    const media = app.findCollectionByNameOrId('media');
    media.createRule = media.createRule.replace(` && ${UNTOLD}`, '').replace(/^\((.*)\)$/, '$1');
    media.fields.removeByName('preparation');
    media.fields.removeByName('problem');
    app.save(media);
    const settings = app.findCollectionByNameOrId('site_settings');
    for (const name of COLOURS) settings.fields.removeByName(name);
    app.save(settings);
  },
);
