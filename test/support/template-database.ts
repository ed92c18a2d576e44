/** On a server: the database that every test's own database is cloned from. */
export const TEMPLATE_DATABASE = "amends_test_template";
