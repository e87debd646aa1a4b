/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "rankle-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (RankleApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Rankle"));
  /* All ink here is Cairo's: on GL it would only be uploaded, at a cost in start-up,
   * memory and time to paint where there is no fast graphics card. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  application = rankle_application_new ();
  g_application_add_main_option (G_APPLICATION (application), "version", 'v',
                                 G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Show the version"), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
