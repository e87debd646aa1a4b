/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is named in the picture, and the lines from there to the names. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-card.h"
#include "rankle-scene-view-private.h"

#define MARGIN 16.0
#define DOT    2.2 /* at the anchor [px] */
/* Names in a narrow picture, where notes would take the room of names. */
#define LEGEND_MOST 4

void
_rankle_scene_label_clear (RankleSceneLabel *label)
{
  g_clear_pointer (&label->name, g_free);
  g_clear_pointer (&label->note, g_free);
}

/* ---- where they are ---- */

static RankleLabelArea
get_area (RankleSceneView *self)
{
  int head = gtk_widget_get_height (self->head),
      foot = gtk_widget_get_height (self->foot);

  return (RankleLabelArea){ self->picture.width, self->picture.height, MARGIN,
                            head + 14.0, foot + 6.0 };
}

static void
allocate_tag (RankleSceneView *self, RankleSceneTag *tag)
{
  GtkRequisition usual;

  gtk_widget_set_child_visible (tag->button, tag->placed.is_shown);
  if (!tag->placed.is_shown)
    return;
  gtk_label_set_xalign (tag->name, tag->placed.is_left ? 0 : 1);
  gtk_label_set_xalign (tag->note, tag->placed.is_left ? 0 : 1);
  gtk_widget_get_preferred_size (tag->button, NULL, &usual);
  gtk_widget_size_allocate (tag->button,
                            &(GtkAllocation){ self->picture.x + (int)tag->placed.x,
                                              self->picture.y + (int)tag->placed.y,
                                              usual.width, usual.height },
                            -1);
}

static gboolean
is_narrow (RankleSceneView *self)
{
  return self->picture.width < RANKLE_LABELS_LEAST_WIDTH;
}

static void
measure_tag (RankleSceneView *self, RankleSceneTag *tag, RankleLabel *label)
{
  GtkRequisition usual;

  gtk_widget_set_visible (GTK_WIDGET (tag->note),
                          tag->label.note != NULL && !is_narrow (self));
  gtk_widget_get_preferred_size (tag->button, NULL, &usual);
  *label = (RankleLabel){ usual.width, usual.height, tag->x, tag->y, tag->is_seen };
}

void
_rankle_scene_view_allocate_tags (RankleSceneView *self)
{
  RankleLabel       labels[RANKLE_LABELS_MOST];
  RanklePlacedLabel placed[RANKLE_LABELS_MOST];
  RankleLabelArea   area = get_area (self);
  /* A legend lies over the picture. */
  guint n = is_narrow (self) ? MIN (self->n_tags, LEGEND_MOST) : self->n_tags;

  if (self->picture.width <= 0 || self->picture.height <= 0)
    return;
  for (guint i = 0; i < n; i++)
    measure_tag (self, &self->tags[i], &labels[i]);
  rankle_label_layout (labels, n, &area, placed);
  for (guint i = 0; i < RANKLE_LABELS_MOST; i++)
    {
      self->tags[i].placed = i < n ? placed[i] : (RanklePlacedLabel){ 0 };
      allocate_tag (self, &self->tags[i]);
    }
}

/* ---- leaders ---- */

static void
set_ink (RankleSceneView *self, cairo_t *cairo, double alpha)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha = (float)(self->theme.contrast ? 1 : alpha);
  gdk_cairo_set_source_rgba (cairo, &color);
}

static void
paint_leader (RankleSceneView *self, cairo_t *cairo, const RankleSceneTag *tag)
{
  const RanklePlacedLabel *placed = &tag->placed;

  if (!placed->is_shown || !placed->has_leader)
    return;
  set_ink (self, cairo, tag->label.id == self->selected ? 1 : 0.55);
  cairo_set_line_width (cairo,
                        tag->label.id == self->selected || self->theme.contrast ? 2 : 1);
  cairo_move_to (cairo, placed->from_x, placed->from_y);
  cairo_line_to (cairo, placed->bend_x, placed->from_y);
  cairo_line_to (cairo, tag->x, tag->y);
  cairo_stroke (cairo);
  cairo_arc (cairo, tag->x, tag->y, DOT, 0, 2 * G_PI);
  cairo_fill (cairo);
}

void
_rankle_scene_view_paint_leaders (RankleSceneView *self, GtkSnapshot *snapshot)
{
  const GtkAllocation *at = &self->picture;
  cairo_t             *cairo;

  if (!self->rests || at->width <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float)at->x, (float)at->y, (float)at->width,
                                     (float)at->height));
  cairo_translate (cairo, at->x, at->y);
  for (guint i = 0; i < self->n_tags; i++)
    paint_leader (self, cairo, &self->tags[i]);
  cairo_destroy (cairo);
}

/* ---- what is selected ---- */

static RankleSceneTag *
find_tag (RankleSceneView *self, guint id)
{
  for (guint i = 0; id != RANKLE_SCENE_NO_LABEL && i < self->n_tags; i++)
    if (self->tags[i].label.id == id)
      return &self->tags[i];
  return NULL;
}

guint
_rankle_scene_view_find_label (RankleSceneView *self, guint thing)
{
  for (guint i = 0; thing != RANKLE_THING_NONE && i < self->n_tags; i++)
    if (thing >= self->tags[i].label.first && thing <= self->tags[i].label.last)
      return self->tags[i].label.id;
  return RANKLE_SCENE_NO_LABEL;
}

static void
mark_selected (RankleSceneView *self)
{
  for (guint i = 0; i < self->n_tags; i++)
    if (self->tags[i].label.id == self->selected)
      gtk_widget_add_css_class (self->tags[i].button, "selected");
    else
      gtk_widget_remove_css_class (self->tags[i].button, "selected");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (nullable): what the model calls it. */
static const char *
find_column (RankleSceneView *self, const RankleSceneTag *tag)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);
  int          column = model == NULL || tag == NULL || tag->label.glyph == NULL
                            ? -1
                            : rankle_model_find_glyph_column (model, tag->label.glyph);

  return column < 0 ? NULL : rankle_model_get_column (model, (guint)column)->id;
}

void
_rankle_scene_view_select (RankleSceneView *self, guint id)
{
  const RankleSceneTag *tag = find_tag (self, id);

  self->selected = id;
  mark_selected (self);
  if (self->spotlight != NULL)
    rankle_spotlight_light (self->spotlight, find_column (self, tag), self);
  if (tag != NULL && tag->label.glyph != NULL)
    g_signal_emit_by_name (self, "glyph-selected", tag->label.glyph);
}

void
_rankle_scene_view_follow_spotlight (RankleSceneView *self)
{
  const char *column = rankle_spotlight_get_from_others (self->spotlight, self);

  for (guint i = 0; column != NULL && i < self->n_tags; i++)
    if (g_strcmp0 (find_column (self, &self->tags[i]), column) == 0)
      {
        self->selected = self->tags[i].label.id;
        mark_selected (self);
        return;
      }
}

/* ---- their widgets ---- */

static void
clicked_cb (GtkButton *button, RankleSceneView *self)
{
  RankleSceneTag *tag = NULL;

  for (guint i = 0; i < self->n_tags; i++)
    if (self->tags[i].button == GTK_WIDGET (button))
      tag = &self->tags[i];
  g_return_if_fail (tag != NULL);

  _rankle_scene_view_select (self, tag->label.id);
  if (tag->label.card != NULL)
    g_signal_emit_by_name (self, "card-wanted", tag->label.card);
}

static void
add_tag (RankleSceneView *self, RankleSceneTag *tag)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL), *note = gtk_label_new (NULL);

  gtk_widget_add_css_class (name, "name");
  gtk_widget_add_css_class (note, "note");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), note);
  tag->name = GTK_LABEL (name);
  tag->note = GTK_LABEL (note);
  tag->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (tag->button), box);
  gtk_widget_add_css_class (tag->button, "flat");
  gtk_widget_add_css_class (tag->button, "tag");
  gtk_widget_set_visible (tag->button, FALSE);
  g_signal_connect (tag->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (tag->button, GTK_WIDGET (self));
}

void
_rankle_scene_view_add_tags (RankleSceneView *self)
{
  self->selected = RANKLE_SCENE_NO_LABEL;
  for (guint i = 0; i < RANKLE_LABELS_MOST; i++)
    add_tag (self, &self->tags[i]);
}

/* “RANK, schematic. Enter opens the card of RANK.” */
static void
name_tag (RankleSceneTag *tag)
{
  const RankleCard *card =
      tag->label.card == NULL ? NULL : rankle_cards_find (tag->label.card);
  g_autofree char *name =
      tag->label.note == NULL
          ? g_strdup (tag->label.name)
          /* Translators: what is named; what is said of it */
          : g_strdup_printf (_ ("%1$s, %2$s"), tag->label.name, tag->label.note);
  /* Translators: %s is a molecule, such as “RANK”. */
  g_autofree char *way =
      card == NULL ? g_strdup ("")
                   : g_strdup_printf (_ ("Opens the card of %s"), _ (card->title));

  gtk_accessible_update_property (GTK_ACCESSIBLE (tag->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, way, -1);
}

/* Takes @label. An anchor that was found stays until the picture rests again. */
static void
set_tag (RankleSceneView *self, guint i, RankleSceneLabel *label)
{
  RankleSceneTag *tag = &self->tags[i];
  gboolean        same_words = g_strcmp0 (tag->label.name, label->name) == 0 &&
                        g_strcmp0 (tag->label.note, label->note) == 0;

  if (tag->label.id != label->id)
    tag->is_seen = FALSE;
  _rankle_scene_label_clear (&tag->label);
  tag->label = *label;
  gtk_widget_set_visible (tag->button, TRUE);
  if (same_words)
    return;
  _rankle_scene_set_text (tag->name, label->name);
  _rankle_scene_set_text (tag->note, label->note == NULL ? "" : label->note);
  name_tag (tag);
}

void
_rankle_scene_view_update_tags (RankleSceneView *self)
{
  RankleSceneLabel labels[RANKLE_LABELS_MOST] = { 0 };
  guint            n = 0;

  if (self->subject->is_ready (self) && self->subject->get_complaint (self) == NULL)
    n = self->subject->list_labels (self, labels);
  g_assert (n <= RANKLE_LABELS_MOST);
  self->n_tags = n;
  for (guint i = 0; i < n; i++)
    set_tag (self, i, &labels[i]);
  for (guint i = n; i < RANKLE_LABELS_MOST; i++)
    {
      _rankle_scene_label_clear (&self->tags[i].label);
      gtk_widget_set_visible (self->tags[i].button, FALSE);
    }
  if (self->selected != RANKLE_SCENE_NO_LABEL && find_tag (self, self->selected) == NULL)
    self->selected = RANKLE_SCENE_NO_LABEL;
  mark_selected (self);
  _rankle_scene_view_rest_soon (self);
}
