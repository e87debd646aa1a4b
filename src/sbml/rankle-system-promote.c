/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* R1's own k becomes the parameter R1_k of the model, in the document too, so that an
 * export can set it. libSBML has a converter for that, which goes through all parameters
 * for each of them. */

#include "rankle-system-private.h"

static void
take_list (GHashTable *taken, ListOf_t *list)
{
  for (guint i = 0; i < ListOf_size (list); i++)
    {
      const char *id = SBase_getIdAttribute (ListOf_get (list, i));

      if (id != NULL && id[0] != '\0')
        g_hash_table_add (taken, g_strdup (id));
    }
}

/* (transfer full): what a new parameter may not be called. */
static GHashTable *
list_taken (Model_t *sbml)
{
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  take_list (taken, Model_getListOfFunctionDefinitions (sbml));
  take_list (taken, Model_getListOfCompartments (sbml));
  take_list (taken, Model_getListOfSpecies (sbml));
  take_list (taken, Model_getListOfParameters (sbml));
  take_list (taken, Model_getListOfReactions (sbml));
  take_list (taken, Model_getListOfEvents (sbml));
  for (guint i = 0; i < Model_getNumReactions (sbml); i++)
    {
      Reaction_t *reaction = Model_getReaction (sbml, i);

      take_list (taken, Reaction_getListOfReactants (reaction));
      take_list (taken, Reaction_getListOfProducts (reaction));
      take_list (taken, Reaction_getListOfModifiers (reaction));
    }
  return taken;
}

/* Borrowed from @taken. */
static const char *
choose_id (GHashTable *taken, const char *reaction, const char *local)
{
  char *id = g_strdup_printf ("%s_%s", reaction, local);

  for (guint i = 1; g_hash_table_contains (taken, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s_%s_%u", reaction, local, i);
    }
  g_hash_table_add (taken, id);
  return id;
}

/* What a parameter and a local one have in common. */
static void
copy_words (SBase_t *from, Parameter_t *to)
{
  const char *name = SBase_getName (from);

  if (name != NULL && name[0] != '\0')
    Parameter_setName (to, name);
  if (SBase_isSetSBOTerm (from))
    SBase_setSBOTerm ((SBase_t *)to, SBase_getSBOTerm (from));
  if (SBase_isSetMetaId (from))
    SBase_setMetaId ((SBase_t *)to, SBase_getMetaId (from));
  if (SBase_isSetAnnotation (from))
    SBase_setAnnotation ((SBase_t *)to, SBase_getAnnotation (from));
  if (SBase_isSetNotes (from))
    SBase_setNotes ((SBase_t *)to, SBase_getNotes (from));
}

/* Takes @local, of Level 2. */
static void
move_parameter (Model_t *sbml, Parameter_t *local, const char *id)
{
  Parameter_t *parameter = Model_createParameter (sbml);

  Parameter_setId (parameter, id);
  if (Parameter_isSetValue (local))
    Parameter_setValue (parameter, Parameter_getValue (local));
  if (Parameter_isSetUnits (local))
    Parameter_setUnits (parameter, Parameter_getUnits (local));
  copy_words ((SBase_t *)local, parameter);
  Parameter_free (local);
}

/* As that, of Level 3. */
static void
move_local (Model_t *sbml, LocalParameter_t *local, const char *id)
{
  Parameter_t *parameter = Model_createParameter (sbml);

  Parameter_setId (parameter, id);
  if (LocalParameter_isSetValue (local))
    Parameter_setValue (parameter, LocalParameter_getValue (local));
  if (LocalParameter_isSetUnits (local))
    Parameter_setUnits (parameter, LocalParameter_getUnits (local));
  Parameter_setConstant (parameter, 1);
  copy_words ((SBase_t *)local, parameter);
  LocalParameter_free (local);
}

/* The last first, as libSBML's converter did: that is the order of parameters in what was
 * exported and saved before. */
static void
promote (Model_t *sbml, Reaction_t *reaction, GHashTable *taken)
{
  KineticLaw_t *law = Reaction_getKineticLaw (reaction);
  gboolean      is_level_2 = SBase_getLevel ((SBase_t *)sbml) < 3;
  ListOf_t     *list;

  if (law == NULL)
    return;
  list = is_level_2 ? KineticLaw_getListOfParameters (law)
                    : KineticLaw_getListOfLocalParameters (law);
  /* Else R_a of a law that has a and R_a would be renamed twice. */
  take_list (taken, list);
  for (guint i = ListOf_size (list); i-- > 0;)
    {
      g_autofree char *old = g_strdup (SBase_getIdAttribute (ListOf_get (list, i)));
      const char      *id = choose_id (taken, Reaction_getId (reaction), old);

      if (is_level_2)
        move_parameter (sbml, KineticLaw_removeParameter (law, i), id);
      else
        move_local (sbml, KineticLaw_removeLocalParameter (law, i), id);
      SBase_renameSIdRefs ((SBase_t *)law, old, id);
    }
}

void
_rankle_system_promote_local_parameters (Model_t *sbml)
{
  g_autoptr (GHashTable) taken = list_taken (sbml);

  for (guint i = 0; i < Model_getNumReactions (sbml); i++)
    promote (sbml, Model_getReaction (sbml, i), taken);
}
