// Many records at once, for programs. What it does stands in bring.js.

routerAdd('POST', '/api/ocop/records', (e) => require(`${__hooks}/bring.js`).bring(e), $apis.requireSuperuserAuth());
