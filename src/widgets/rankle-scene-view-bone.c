/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A cube of bone that is as dense as the run has it, with its cells. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-bone-still.h"
#include "rankle-bone-words.h"
#include "rankle-scene-view-private.h"

#define LEGEND_WIDTH  112
#define LEGEND_HEIGHT 16
#define SWATCH        10
/* What differs by less looks the same. */
#define SAME_RATIO   0.01
#define SAME_MINERAL 0.01
/* Where the still cuts the cube. */
#define SECTION 0.0f

/* ---- made by a worker ---- */

static void
built_cb (RankleBoneBuilder *builder, gpointer data)
{
  RankleSceneView *self = data;

  _rankle_scene_view_update_tags (self);
  _rankle_scene_view_queue_picture (self);
  _rankle_scene_view_place_tags_soon (self);
}

static void
begin (RankleSceneView *self)
{
  self->builder =
      rankle_bone_builder_new (RANKLE_BONE_N, RANKLE_BONE_SEED, built_cb, self);
}

static void
end (RankleSceneView *self)
{
  g_clear_pointer (&self->builder, rankle_bone_builder_free);
}

static RankleBoneCube *
get_cube (RankleSceneView *self)
{
  return self->builder == NULL ? NULL : rankle_bone_builder_get_cube (self->builder);
}

static gboolean
is_ready (RankleSceneView *self)
{
  return get_cube (self) != NULL;
}

/* ---- the state ---- */

static gboolean
is_near (double a, double b, double apart)
{
  return isnan (a) ? isnan (b) : fabs (a - b) < apart;
}

static gboolean
looks_same (const RankleBoneState *a, const RankleBoneState *b)
{
  RankleBoneKey one, other;

  if (a->known != b->known)
    return FALSE;
  if (a->known != RANKLE_BONE_SHOWN)
    return TRUE;
  one = rankle_bone_state_get_key (a);
  other = rankle_bone_state_get_key (b);
  return rankle_bone_key_equal (&one, &other) &&
         is_near (a->ratios[0], b->ratios[0], SAME_RATIO) &&
         is_near (a->ratios[1], b->ratios[1], SAME_RATIO) &&
         is_near (rankle_bone_state_get_mineral_share (a),
                  rankle_bone_state_get_mineral_share (b), SAME_MINERAL);
}

/* (nullable): the study's, if it is of the model of @run. */
static RankleTrajectory *
find_baseline (RankleSceneView *self, const RankleTrajectory *run)
{
  RankleTrajectory *baseline = rankle_study_get_baseline (self->study);

  return baseline != NULL && rankle_trajectory_get_model (baseline) ==
                                 rankle_trajectory_get_model (run)
             ? baseline
             : NULL;
}

static gboolean
read_state (RankleSceneView *self, const RankleTrajectory *run)
{
  RankleTrajectory *baseline = run == NULL ? NULL : find_baseline (self, run);

  self->has_bone_run = run != NULL;
  if (run == NULL)
    self->bone = (RankleBoneState){ .known = RANKLE_BONE_NOT_RUN,
                                    .start = RANKLE_BONE_USUAL_START };
  else
    self->bone = rankle_bone_state (self->baseline && baseline != NULL ? baseline : run,
                                    baseline, rankle_study_get_cursor (self->study),
                                    RANKLE_BONE_USUAL_START);
  if (self->bone.known == RANKLE_BONE_SHOWN && self->builder != NULL)
    {
      RankleBoneKey key = rankle_bone_state_get_key (&self->bone);

      rankle_bone_builder_ask (self->builder, &key);
    }
  return !looks_same (&self->bone, &self->drawn_bone);
}

static const char *
get_complaint (RankleSceneView *self)
{
  return self->has_bone_run ? rankle_bone_complaint (self->bone.known)
                            : _ ("The run is being made.");
}

static gboolean
press (RankleSceneView *self, guint key)
{
  if (key != GDK_KEY_b && key != GDK_KEY_B)
    return FALSE;
  g_object_set (self, "baseline", !self->baseline, NULL);
  return TRUE;
}

/* ---- drawing ---- */

static void
show (RankleSceneView *self, gboolean moves)
{
  RankleBoneShown shown = { .mineral = rankle_bone_state_get_mineral_share (&self->bone),
                            .change = 1 };

  for (guint i = 0; i < RANKLE_BONE_N_KINDS; i++)
    shown.ratios[i] = self->bone.ratios[i];
  self->drawn_bone = self->bone;
  rankle_scene_show_bone (self->scene, get_cube (self), &shown);
}

static void
draw_still (
    RankleSceneView *self, cairo_t *cairo, int width, int height, gboolean on_paper)
{
  self->drawn_bone = self->bone;
  rankle_bone_still_draw (cairo, get_cube (self), &self->bone, SECTION,
                          on_paper ? &rankle_scene_theme_light : &self->theme, width,
                          height);
}

/* ---- labels ---- */

static void
add_anchor (RankleSceneLabel *label, const float at[3], guint thing)
{
  label->anchors[label->n_anchors++] =
      (RankleAnchor){ GRAPHENE_POINT3D_INIT (at[0], at[1], at[2]), thing };
}

/* Those that are drawn, spread over all of them; a little above the bone, where the
 * middle of a cell is seen. */
static void
add_cells (RankleSceneView *self, RankleBoneCellKind kind, RankleSceneLabel *label)
{
  guint                 n;
  const RankleBoneCell *cells =
      rankle_bone_cells_get (rankle_bone_cube_get_cells (get_cube (self)), kind, &n);
  guint step;

  n = MIN (n, rankle_bone_count_cells (kind, self->bone.ratios[kind]));
  step = MAX (n / RANKLE_SCENE_ANCHORS, 1);
  for (guint i = 0; i < n && label->n_anchors < RANKLE_SCENE_ANCHORS; i += step)
    {
      float at[3];

      for (guint k = 0; k < 3; k++)
        at[k] = cells[i].place[k] + 0.6f * cells[i].radius * cells[i].normal[k];
      add_anchor (label, at, label->first + i % RANKLE_THING_N_ALIKE);
    }
}

/* On each face of the cube the place where it cuts bone that is nearest to its middle. */
static void
add_cuts (RankleSceneView *self, RankleSceneLabel *label)
{
  RankleMesh             *mesh = rankle_bone_cube_get_mesh (get_cube (self));
  guint                   n;
  const RankleMeshVertex *vertices = rankle_mesh_get_vertices (mesh, &n);

  for (guint face = 0; face < 6; face++)
    {
      const float *best = NULL;
      float        sign = face % 2 == 0 ? 1.0f : -1.0f, least = INFINITY;

      for (guint i = 0; i < n; i++)
        {
          const float *at = vertices[i].place;
          float        apart = hypotf (at[(face / 2 + 1) % 3], at[(face / 2 + 2) % 3]);

          if (sign * at[face / 2] < RANKLE_BONE_SIDE / 2.0f - 0.6f || apart >= least)
            continue;
          least = apart;
          best = at;
        }
      if (best != NULL)
        add_anchor (label, best, RANKLE_THING_CUT);
    }
}

static guint
list_labels (RankleSceneView *self, RankleSceneLabel *labels)
{
  static const char *const glyphs[] = { "osteoclast", "osteoblast" };
  static const RankleThing things[] = { RANKLE_THING_OSTEOCLAST,
                                        RANKLE_THING_OSTEOBLAST };
  guint                    n = 0;

  for (RankleBoneCellKind kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      RankleSceneLabel *label = &labels[n];
      char             *name = rankle_bone_cells_in_words (&self->bone, kind);

      if (name == NULL)
        continue;
      *label =
          (RankleSceneLabel){ .id = kind,
                              .name = name,
                              .glyph = glyphs[kind],
                              .first = (guint)things[kind],
                              .last = (guint)things[kind] + RANKLE_THING_N_ALIKE - 1 };
      label->note =
          g_strdup (kind == RANKLE_BONE_OSTEOCLAST ? _ ("resorb bone") : _ ("form bone"));
      add_cells (self, kind, label);
      n++;
    }
  labels[n] = (RankleSceneLabel){ .id = RANKLE_BONE_N_KINDS,
                                  .glyph = "bone",
                                  .name = g_strdup (_ ("Bone")),
                                  .note = g_strdup (_ ("cut by the face of the cube")),
                                  .first = RANKLE_THING_BONE,
                                  .last = RANKLE_THING_CUT };
  add_cuts (self, &labels[n]);
  return n + 1;
}

/* ---- words ---- */

static char *
make_title (RankleSceneView *self)
{
  g_autofree char *title = rankle_bone_title (&self->bone);

  /* Translators: %s is “Bone volume 18 %” */
  return self->baseline ? g_strdup_printf (_ ("%s at baseline"), title)
                        : g_steal_pointer (&title);
}

static char *
make_subtitle (RankleSceneView *self)
{
  return rankle_bone_start_in_words (&self->bone);
}

static char *
make_sentence (RankleSceneView *self)
{
  g_autofree char *sentence = NULL;

  if (!self->has_bone_run)
    return g_strdup (get_complaint (self));
  sentence = rankle_bone_sentence (&self->bone);
  /* Translators: in front of what is seen in the picture of bone */
  return self->baseline ? g_strconcat (_ ("Baseline. "), sentence, NULL)
                        : g_steal_pointer (&sentence);
}

static void
add_row (GPtrArray *rows, const char *what, char *value)
{
  char **row = g_new0 (char *, 3);

  row[0] = g_strdup (what);
  row[1] = value;
  g_ptr_array_add (rows, row);
}

static char ***
make_table (RankleSceneView *self)
{
  const RankleBoneState *bone = &self->bone;
  GPtrArray             *rows = g_ptr_array_new ();

  if (get_complaint (self) == NULL)
    {
      add_row (rows, _ ("Quantity"), g_strdup (_ ("Now")));
      add_row (rows, _ ("Bone volume"),
               g_strdup_printf ("%.1f %%", 100 * bone->fraction));
      add_row (rows, _ ("Bone volume at the start"),
               g_strdup_printf ("%.1f %%", 100 * bone->start));
      if (isfinite (bone->mineral))
        add_row (rows, _ ("Mineral, of full"),
                 g_strdup_printf ("%.1f %%", 100 * bone->mineral));
      if (isfinite (bone->ratios[RANKLE_BONE_OSTEOCLAST]))
        add_row (rows, _ ("Osteoclasts, times baseline"),
                 g_strdup_printf ("%.2f", bone->ratios[RANKLE_BONE_OSTEOCLAST]));
      if (isfinite (bone->ratios[RANKLE_BONE_OSTEOBLAST]))
        add_row (rows, _ ("Osteoblasts, times baseline"),
                 g_strdup_printf ("%.2f", bone->ratios[RANKLE_BONE_OSTEOBLAST]));
    }
  g_ptr_array_add (rows, NULL);
  return (char ***)g_ptr_array_free (rows, FALSE);
}

/* ---- the legend ---- */

static void
draw_legend (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  RankleSceneView *self = data;

  rankle_bone_still_draw_legend (cairo, &self->bone, &self->theme, width, height);
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  RankleSceneView *self = data;
  RankleSceneColor color = g_object_get_data (G_OBJECT (area), "gained") != NULL
                               ? self->theme.gained
                               : self->theme.lost;

  cairo_set_source_rgb (cairo, (double)color.red, (double)color.green,
                        (double)color.blue);
  cairo_arc (cairo, width / 2.0, height / 2.0, SWATCH / 2.0, 0, 2 * G_PI);
  cairo_fill (cairo);
}

static GtkWidget *
make_area (RankleSceneView *self, int width, int height, GtkDrawingAreaDrawFunc draw)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, self, NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_START);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

static GtkWidget *
make_key (RankleSceneView *self, const char *words, gboolean gained)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = make_area (self, SWATCH, SWATCH, draw_swatch);
  GtkWidget *label = gtk_label_new (words);

  if (gained)
    g_object_set_data (G_OBJECT (swatch), "gained", self);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_mineral (RankleSceneView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  self->mineral = GTK_LABEL (label);
  self->legend = make_area (self, LEGEND_WIDTH, LEGEND_HEIGHT, draw_legend);
  gtk_widget_set_tooltip_text (self->legend,
                               _ ("Cut faces: from 90 % of full mineral to 100 %"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->legend);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_side (RankleSceneView *self)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *baseline = gtk_toggle_button_new_with_label (_ ("Baseline"));

  gtk_box_set_spacing (GTK_BOX (self->side), 12);
  gtk_box_append (GTK_BOX (keys), make_key (self, _ ("Lost since the start"), FALSE));
  gtk_box_append (GTK_BOX (keys), make_key (self, _ ("New since the start"), TRUE));
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (baseline, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (baseline, _ ("Show the bone of the baseline"));
  g_object_bind_property (self, "baseline", baseline, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self->side), make_mineral (self));
  gtk_box_append (GTK_BOX (self->side), keys);
  gtk_box_append (GTK_BOX (self->side), baseline);
}

static void
update_side (RankleSceneView *self)
{
  g_autofree char *mineral = rankle_bone_mineral_in_words (&self->bone);

  gtk_widget_set_visible (gtk_widget_get_parent (self->legend), mineral != NULL);
  if (g_strcmp0 (gtk_label_get_text (self->mineral), mineral) == 0)
    return;
  _rankle_scene_set_text (self->mineral, mineral);
  gtk_widget_queue_draw (self->legend);
}

const RankleSceneSubject _rankle_scene_of_bone = {
  .name = N_ ("Bone"),
  .camera = &rankle_camera_bone,
  .frame = &rankle_frame_bone,
  .begin = begin,
  .end = end,
  .is_ready = is_ready,
  .read = read_state,
  .get_complaint = get_complaint,
  .show = show,
  .draw_still = draw_still,
  .list_labels = list_labels,
  .make_title = make_title,
  .make_subtitle = make_subtitle,
  .make_sentence = make_sentence,
  .get_caption = rankle_bone_subtitle,
  .make_table = make_table,
  .press = press,
  .update_side = update_side,
  .add_side = add_side,
};
