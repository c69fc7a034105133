// `pocketbase save-superuser`: makes or renews a superuser as `superuser upsert` does, but takes address and password from the environment.
// Arguments of a running program are everybody's to read on this machine (`ps`); its environment is its owner's alone.
// It needs nothing of the other hooks, so that a folder holding this file alone knows the command too.

$app.rootCmd.addCommand(
  new Command({
    use: 'save-superuser',
    short: 'Makes or renews the superuser of OCOP_SUPERUSER_EMAIL with OCOP_SUPERUSER_PASSWORD',
    silenceUsage: true,
    runE: () => {
      const email = $os.getenv('OCOP_SUPERUSER_EMAIL');
      const password = $os.getenv('OCOP_SUPERUSER_PASSWORD');
      if (email === '' || password === '')
        throw new Error('OCOP_SUPERUSER_EMAIL and OCOP_SUPERUSER_PASSWORD must both be set');
      // A query that finds nothing throws for one record, not for many.
      const [known] = $app.findRecordsByFilter('_superusers', 'email = {:email}', '', 1, 0, { email });
      const superuser = known || new Record($app.findCollectionByNameOrId('_superusers'));
      superuser.setEmail(email);
      superuser.setPassword(password);
      $app.save(superuser);
      console.log(`Saved superuser ${email}.`);
    },
  }),
);
